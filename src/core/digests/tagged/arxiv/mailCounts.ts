// The numbers that the header of an arXiv mail gives, `q-fin daily 13 new + 4 crosses received`, against what was read.

import type { Report } from "../../report";
import type { Block } from "./mail";

const announced: readonly (readonly [Block["kind"], RegExp])[] = [
	["new", /(\d{1,5}) new\b/i],
	["cross-list", /(\d{1,5}) cross(?:es|-lists?|-listings?)?\b/i],
	["replacement", /(\d{1,5}) repl(?:aced|acements?)?\b/i],
];

/** The line that ends every mail; without it the mail may be a part of one, of which nothing is sure. */
const footer = /^(?:> ?){0,10}(?:%%%---){3}/m;

/** Reports a kind of which a whole mail holds more or fewer papers than its subject says. */
export function checkCounts(text: string, blocks: readonly Block[], report: Report): void {
	const head = text.slice(0, Math.min(blocks[0]?.place.start ?? 0, 4000));
	const [subject] = /^(?:> ?){0,10}Subject: .*$/m.exec(head) ?? [];
	if (subject === undefined || !footer.test(text.slice(-4000))) return;
	const start = head.indexOf(subject);
	for (const [kind, pattern] of announced) {
		const said = pattern.exec(subject)?.[1];
		const found = blocks.filter(block => block.kind === kind).length;
		if (said === undefined || Number(said) === found) continue;
		report.add("count-differs", { start, end: start + subject.length }, `${said} ${kind}`, `${found}`);
	}
}
