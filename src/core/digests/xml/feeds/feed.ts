// Feeds of journals, preprint servers and newsletters. Sources: RSS 2.0; RSS 1.0 with its modules for Dublin Core, PRISM
// and content; RFC 4287 (Atom).

import type { Paper } from "../../../paper";
import type { StreamedRecord } from "../../../text/markup/elementStream";
import { DistinctPapers } from "../../distinctPapers";
import { toPapers, type Draft } from "../../draft";
import type { Format, Input } from "../../format";
import { draftsOf } from "../records";
import { rootOf, type Root } from "../root";
import { innerPapers } from "./innerDigest";
import { itemDraft } from "./item";

export const rss = feedFormat(
	"rss",
	({ name, names }) => name === "rss" || name === "channel" || (name === "rdf:RDF" && names.has("channel")),
);

export const atom = feedFormat("atom", ({ name }) => name === "feed" || name === "entry");

function feedFormat(name: string, isOf: (root: Root) => boolean): Format {
	return {
		name,
		looksLike: text => {
			const root = rootOf(text);
			return root !== undefined && isOf(root);
		},
		read: readFeed,
	};
}

/** The papers of a feed: its items, and those of items that are digests themselves, in order. */
function readFeed(input: Input): Paper[] {
	const inner: Paper[] = [];
	const draftOf = (record: StreamedRecord): Draft | undefined => {
		const draft = itemDraft(record);
		const papers = isIdentified(draft) ? [] : innerPapers(record.element, input);
		inner.push(...papers);
		return papers.length > 0 ? undefined : draft;
	};
	const own = toPapers(
		draftsOf({ isRecord: name => name === "item" || name === "entry", draftOf }, input),
		input.report,
	);
	return inner.length === 0 ? own : unique([...own, ...inner]);
}

/** An item with an identifier is a paper, whatever it refers to. */
function isIdentified({ doi, arxiv, pmid }: Draft): boolean {
	return doi !== undefined || arxiv !== undefined || pmid !== undefined;
}

/** The same paper in two issues of a newsletter is one. */
function unique(papers: readonly Paper[]): Paper[] {
	const distinct = new DistinctPapers();
	for (const paper of papers) distinct.add(paper);
	return distinct.all;
}
