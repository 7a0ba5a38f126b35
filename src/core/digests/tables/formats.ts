// Digests in tables of values, and of Markdown.

import type { Format } from "../format";

/** In the order in which they are tried. */
export const tableFormats: readonly Format[] = [];
