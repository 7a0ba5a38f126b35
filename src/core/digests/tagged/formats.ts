// Digests in tagged text: each field on a line of its own behind its tag; and texts of entries, as BibTeX.

import type { Format } from "../format";

/** In the order in which they are tried. */
export const taggedFormats: readonly Format[] = [];
