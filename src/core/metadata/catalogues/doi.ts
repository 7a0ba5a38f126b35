// Content negotiation of DOIs: any registration agency's record in CSL-JSON. Source: citation.doi.org/docs.html, "DOI
// Content Negotiation"; DOI Handbook, "Encoding".

import type { Answer, Catalogue, CatalogueRequest, Query, Reading } from "../catalogue";
import { directory } from "../directory";
import { oneOrList, openAnswer, readJsonText, readRegistrarXml, type JsonAnswer } from "./answer";
import { doiOf, getRequest, segment } from "./asking";
import { crossrefCandidate, isWork } from "./crossref";

export const doi: Catalogue = {
	name: "doi",
	...directory.doi,
	// As often as the agency behind it that allows least.
	pace: { gap: 600, atOnce: 1 },
	request,
	read,
};

function request({ by, papers }: Query): readonly CatalogueRequest[] {
	if (by !== "identifier") return [];
	return papers.flatMap(paper => {
		const found = doiOf(paper);
		const accept = "application/vnd.citationstyles.csl+json";
		return found === undefined ? [] : [getRequest(`https://doi.org/${segment(found)}`, {}, [paper], accept)];
	});
}

const json: JsonAnswer = {
	catalogue: doi,
	recordsIn: value => oneOrList(value, isWork),
	isRecord: isWork,
	candidatesOf: item => [crossrefCandidate(item, "doi")],
};

/** Agencies that have no CSL-JSON answer with what they have. */
function read(answer: Answer): Reading {
	const opened = openAnswer(answer, doi);
	if (opened.refused) return opened.refused;
	return readRegistrarXml(answer, opened.text, doi) ?? readJsonText(opened.text, opened.report, json);
}
