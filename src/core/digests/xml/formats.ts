// Digests in XML: feeds, and the exports of catalogues and reference managers.

import type { Format } from "../format";

/** In the order in which they are tried. */
export const xmlFormats: readonly Format[] = [];
