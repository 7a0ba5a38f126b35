// Digests in JSON and YAML: exports of reference managers, answers of catalogues, and any other list of papers.

import type { Paper } from "../../paper";
import type { Format, Input } from "../format";
import { crossref } from "./catalogues/crossref";
import { dataCite } from "./catalogues/dataCite";
import { dblp, inspire } from "./catalogues/inspire";
import { openAlex } from "./catalogues/openAlex";
import { pubmed } from "./catalogues/pubmed";
import { semanticScholar } from "./catalogues/semanticScholar";
import { csl } from "./cslItem";
import { arxivDump } from "./libraries/arxivDump";
import { huggingFace } from "./libraries/huggingFace";
import { openReview } from "./libraries/openReview";
import { papersWithCode } from "./libraries/papersWithCode";
import { zotero } from "./libraries/zotero";
import { looksLikeJson, looksLikeShape, readAnyJson, readShape } from "./readJson";
import type { Shape } from "./shape";
import { yamlFormats } from "./yaml/formats";

/** Those whose marks are surest first; CSL-JSON, whose keys others use too, is the last. */
const shapes: readonly Shape[] = [
	huggingFace,
	zotero,
	openAlex,
	semanticScholar,
	inspire,
	dblp,
	crossref,
	dataCite,
	openReview,
	papersWithCode,
	pubmed,
	arxivDump,
	csl,
];

/** In the order in which they are tried. */
export const jsonFormats: readonly Format[] = [
	...shapes.map((shape): Format => ({
		name: shape.name,
		looksLike: (text, { bytes }) => looksLikeShape(shape, text, bytes),
		read: input => readShape(shape, input),
	})),
	{ name: "json", looksLike: looksLikeJson, read: input => readAnyJson(shapes, input) },
	...yamlFormats,
	{ name: "error-answer", looksLike: isErrorAnswer, read: readErrorAnswer },
];

/** What servers say instead of papers, saved as a file: nothing but one line of the names of HTTP's errors. */
function isErrorAnswer(text: string): boolean {
	return (
		text.length < 200 &&
		/^\s*(?:(?:error|http)?[ :]*[45]\d\d[ :,.-]*)?(?:(?:resource|page|record|file|doi|item) )?(?:not found|bad request|unauthorized|forbidden|too many requests|rate limit exceeded|internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|request time-?out)[.!]?\s*$/i.test(
			text,
		)
	);
}

function readErrorAnswer({ text, report }: Input): Paper[] {
	report.add("no-list-of-papers", { start: 0, end: text.length }, "a server's answer", `“${text.trim()}”`);
	return [];
}
