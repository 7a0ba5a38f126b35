// Digests in tagged text: each field on a line of its own behind its tag; and texts of entries, as BibTeX.

import type { Format } from "../format";
import { arxivListing } from "./arxiv/listing";
import { arxivMail } from "./arxiv/mail";
import { bibtex } from "./bibtex";
import { endnote } from "./endnote";
import { medline } from "./medline";
import { pubmedAbstract } from "./pubmed/abstractText";
import { pubmedSummary } from "./pubmed/summaryText";
import { refworks } from "./refworks";
import { ris } from "./ris";
import { wos } from "./wos";

/** In the order in which they are tried. */
export const taggedFormats: readonly Format[] = [
	ris,
	medline,
	wos,
	refworks,
	endnote,
	arxivMail,
	arxivListing,
	pubmedSummary,
	pubmedAbstract,
	bibtex,
];
