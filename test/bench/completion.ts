// Completion beside a bibliography of 10,000 entries and a manuscript of 5,000 lines: what the worker takes for the rows
// after each keystroke, with the new text of the manuscript. `npm run bench:completion`

import type { Completions } from "../../src/core/completion/rows";
import { Shelf } from "../../src/engine/shelf";
import { sample } from "../unit/engine/support";
import { type Figures, median, milliseconds, quantile, time } from "./bench";
import { largeBibliography } from "./bibliography";
import { printTable } from "./table";

const lines = 5000;

/** What is typed, letter by letter. */
const typed = ["hidden stratification", "pathology foundation models", "filiot 2024", "kim2025"];

/** Running text with a citation in every fifth line, in each syntax. */
const manuscripts: readonly (readonly [languageId: string, line: string, citation: string])[] = [
	["latex", "Foundation models \\emph{transfer} across sites, and 3\\,\\% of them drift in use.", "\\cite{"],
	["markdown", "Foundation models *transfer* across sites, and 3 % of them drift in use.", "[@"],
	["typst", "Foundation models _transfer_ across sites, and 3 % of them drift in use.", "#cite(<"],
];

interface Answer {
	readonly rows: number;
	readonly ms: number;
}

class Desk {
	readonly #shelf = new Shelf();
	#stamp = 0;

	constructor(bibliography: string) {
		this.#shelf.serve("read", sample);
		this.#shelf.serve("putBibliography", { uri: "bib", stamp: "1", fileName: "refs.bib", text: bibliography });
	}

	/** Everything that is done in the background; the longest step of it. */
	settle(): number {
		let longest = 0;
		while (!this.#shelf.isSettled || !this.#shelf.isIndexed) {
			longest = Math.max(
				longest,
				time(() => this.#shelf.indexSlice()),
			);
		}
		return longest;
	}

	ask(text: string, offset: number, languageId: string): Answer {
		let answer: Completions | undefined;
		const ms = time(() => {
			const document = { uri: languageId, stamp: String(++this.#stamp) };
			this.#shelf.serve("putManuscript", { ...document, source: { text, languageId } });
			const found = this.#shelf.serve("completions", {
				project: {
					document,
					...{ sources: [document], bibliographies: [{ uri: "bib", stamp: "1" }], dialect: "bibtex" },
				},
				...{ offset, command: undefined, pattern: "auth.lower + year", entries: true, shelf: true },
			});
			if (found && "kind" in found) answer = found;
		});
		return { rows: answer?.rows.length ?? 0, ms };
	}
}

/** The answers to each letter of the words, typed in the middle of a manuscript. */
function type(desk: Desk, [languageId, line, citation]: (typeof manuscripts)[number], words: string): Answer[] {
	const cite = `${citation}key2020${citation.startsWith("[") ? "]" : citation.startsWith("#") ? ">)" : "}"}`;
	const all = Array.from(
		{ length: lines },
		(_, i) => (i % 5 === 4 ? `${line} See ${cite}.` : line) + (i % 8 === 7 ? "\n" : ""),
	);
	const before = `${all.slice(0, lines / 2).join("\n")}\n\nSee ${citation}`;
	const behind = `\n\n${all.slice(lines / 2).join("\n")}`;
	return Array.from(words, (_, i) => {
		const now = before + words.slice(0, i + 1);
		return desk.ask(now + behind, now.length, languageId);
	});
}

export function benchCompletion(): Figures {
	const bibliography = largeBibliography();
	const desk = new Desk(bibliography);
	const first = desk.ask("\\cite{h", 7, "latex");
	const longest = desk.settle();
	const rows = manuscripts.map(manuscript => {
		const answers = typed.flatMap(words => type(desk, manuscript, words));
		const times = answers.map(({ ms }) => ms);
		if (answers.some(({ rows: found }) => found === 0)) throw new Error(`${manuscript[0]}: no rows`);
		return [manuscript[0], ...[median(times), quantile(times, 0.95), Math.max(...times)].map(milliseconds)];
	});
	return {
		title: `Completion, ${String(lines)} lines beside 10,000 entries of ${(bibliography.length / 1e6).toFixed(1)} MB`,
		headings: ["a keystroke in", "median", "95 %", "longest"],
		rows,
		notes: [
			`The first rows, which read the bibliography, took ${milliseconds(first.ms)}; the longest step in the background ${milliseconds(longest)}.`,
		],
	};
}

function run(): void {
	const { title, headings, rows, notes } = benchCompletion();
	console.log(`## ${title}\n`);
	printTable(headings, rows);
	for (const note of notes) console.log(`\n${note}`);
}

if (require.main === module) run();
