// Digests in web pages, whole, as pieces, and as the bodies of mails.

import type { Format } from "../format";
import { looksLikeArxivPage, readArxivPage } from "./arxivPage";
import { readPage } from "./listPage";
import { looksLikeMetaPage, readMetaPage } from "./told/metaPage";
import { looksLikePubmedAsn, readPubmedAsn } from "./pubmedAsn";
import { looksLikeHtml } from "./tell";

/** In the order in which they are tried. */
export const htmlFormats: readonly Format[] = [
	{ name: "arxiv-html", looksLike: looksLikeArxivPage, read: readArxivPage },
	{ name: "html-meta", looksLike: looksLikeMetaPage, read: readMetaPage },
	{ name: "pubmed-asn1", looksLike: looksLikePubmedAsn, read: readPubmedAsn },
	{ name: "html", looksLike: looksLikeHtml, read: readPage },
];
