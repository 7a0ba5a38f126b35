// Digests in XML: feeds, and the exports of catalogues and reference managers.

import type { Format } from "../format";
import { arxivAtom } from "./arxiv/atom";
import { arxivRss } from "./arxiv/rss";
import { aclXml } from "./catalogues/acl";
import { crossrefXml } from "./catalogues/crossref";
import { dataciteXml } from "./catalogues/datacite";
import { endnoteXml } from "./catalogues/endnote";
import { jatsXml } from "./catalogues/jats";
import { oaiPmh } from "./catalogues/oaiPmh";
import { atom, rss } from "./feeds/feed";
import { genericXml } from "./generic/generic";
import { pubmedAnswer, pubmedXml } from "./pubmed/pubmed";

/** In the order in which they are tried. */
export const xmlFormats: readonly Format[] = [
	arxivAtom,
	arxivRss,
	oaiPmh,
	pubmedXml,
	pubmedAnswer,
	endnoteXml,
	aclXml,
	jatsXml,
	dataciteXml,
	crossrefXml,
	rss,
	atom,
	genericXml,
];
