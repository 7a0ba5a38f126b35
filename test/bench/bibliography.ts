// A bibliography of 10,000 entries: reading it, reading it again after an edit, and adding a paper to it, beside
// `@retorquere/bibtex-parser` parsing it once. `npm run bench:bibliography`, and part of `npm run bench`.

import { addToBibliography, parseBibliography } from "../../src/core/bibliography/bibliography";
import { OpenBibliography } from "../../src/core/bibliography/openBibliography";
import type { Paper } from "../../src/core/paper";
import { type Figures, median, milliseconds, quantile, ratio, time } from "./bench";
import { makePapers } from "./corpus";
import { samplePapers } from "./sample";
import { printTable } from "./table";

const count = 10_000;
const rounds = 25;

function manyPapers(size: number, seed: number): readonly Paper[] {
	return makePapers(samplePapers(), size, seed).map((paper, i) => ({
		...paper,
		title: `${paper.title} ${String(seed)} ${String(i)}`,
		abstract: paper.abstract.slice(0, 260),
		arxiv: `${String(2000 + seed)}.${String(i).padStart(5, "0")}`,
	}));
}

/** The text of a file with that many entries. */
export function largeBibliography(): string {
	const { edits } = addToBibliography("", "refs.bib", manyPapers(count, 1), { omit: ["keywords"] });
	return edits.map(({ text }) => text).join("");
}

/** The times of single additions to an open file, each with the reading of the text after the one before. */
function additions(open: OpenBibliography): { readonly update: number[]; readonly add: number[] } {
	const times = { update: [] as number[], add: [] as number[] };
	for (const paper of manyPapers(rounds, 3)) {
		let text = open.text;
		times.add.push(
			time(() => {
				for (const edit of open.addTo([paper]).edits) {
					text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
				}
			}),
		);
		times.update.push(time(() => open.update(text)));
	}
	return times;
}

/** The times of readings after one letter was typed somewhere. */
function edits(open: OpenBibliography): number[] {
	return Array.from({ length: rounds }, (_, i) => {
		const { text } = open;
		const at = Math.floor((text.length * (i + 1)) / (rounds + 2));
		const changed = `${text.slice(0, at)}x${text.slice(at)}`;
		return time(() => {
			open.update(changed);
			if (open.entries.length === 0) throw new Error("nothing was read");
		});
	});
}

export async function benchBibliography(): Promise<Figures> {
	// Its build for `require` lacks one of its parts.
	const { parse: parseOther } = await import("@retorquere/bibtex-parser");
	const text = largeBibliography();
	const megabytes = (text.length / 1_000_000).toFixed(1);
	let open = new OpenBibliography("", "refs.bib");
	const parse = time(() => parseBibliography(text, "refs.bib"));
	const opening = time(() => {
		open = new OpenBibliography(text, "refs.bib");
		open.addTo(manyPapers(1, 2));
	});
	const { update, add } = additions(open);
	const both = add.map((value, i) => value + (update[i] ?? 0));
	time(() => open.entries);
	const edited = edits(open);
	const other = time(() => parseOther(text));
	const row = (name: string, values: readonly number[]): string[] => [
		name,
		milliseconds(median(values)),
		milliseconds(quantile(values, 0.95)),
		ratio(median(values), other),
	];
	return {
		title: `A bibliography of ${String(count)} entries, ${megabytes} MB`,
		headings: ["", "median", "95 %", "of the other parser"],
		rows: [
			row("@retorquere/bibtex-parser, once", [other]),
			row("parse", [parse]),
			row("open and add for the first time", [opening]),
			row("read again after one letter", edited),
			row("add a paper", add),
			row("add a paper, and read the text with it", both),
		],
		notes: [`Medians of ${String(rounds)} rounds; the first three once, as it is in a program that just started.`],
	};
}

async function run(): Promise<void> {
	const { title, headings, rows, notes } = await benchBibliography();
	console.log(`## ${title}\n`);
	printTable(headings, rows);
	for (const note of notes) console.log(`\n${note}`);
}

if (require.main === module) void run();
