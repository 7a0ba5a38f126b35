// Digests in mails and web pages.

import type { Format } from "../format";

/** In the order in which they are tried. */
export const mailFormats: readonly Format[] = [];
