// Collects the problems of one file, with their lines.

import type { Problem, TextRange } from "../paper";
import { problem, type ProblemCode } from "../problems";
import { lineCounter } from "../text/lines";

/** More than this many problems say one thing only: the file is no digest. */
const most = 1000;

export class Report {
	readonly file: string;
	readonly #problems: Problem[] = [];
	readonly #lineOf: (offset: number) => number;
	readonly #end: number;
	#dropped = 0;

	constructor(text: string, file: string) {
		this.file = file;
		this.#lineOf = lineCounter(text);
		this.#end = text.length;
	}

	/** Adds a problem at a range of the text. */
	add(code: ProblemCode, range: TextRange, ...args: readonly string[]): void {
		if (this.#problems.length >= most) {
			this.#dropped++;
			return;
		}
		const { start, end } = range;
		const place = { file: this.file, line: this.line(start), range: { start, end } };
		this.#problems.push(problem(code, place, ...args.map(brief)));
	}

	/** Whether something was so wrong that no more needs to be said about a file without papers. */
	get hasError(): boolean {
		return this.#problems.some(({ severity }) => severity === "error");
	}

	/** A report of a text that lies within this one: whatever is wrong with it is placed at its outer place. */
	within(place: TextRange): Report {
		return new InnerReport(this, place);
	}

	/** The 1-based line of an offset. */
	line(offset: number): number {
		return this.#lineOf(offset);
	}

	/** All problems in the order of their places. */
	done(): Problem[] {
		const sorted = this.#problems.sort((a, b) => a.range.start - b.range.start);
		if (this.#dropped === 0) return sorted;
		const range = { start: this.#end, end: this.#end };
		const more = problem(
			"more-problems",
			{ file: this.file, line: this.line(this.#end), range },
			`${this.#dropped}`,
		);
		return [...sorted, more];
	}
}

/** A report whose problems wait until the reading is kept; of several readings of one text only one is. */
export class HeldReport extends Report {
	readonly #held: (() => void)[] = [];
	readonly #outer: Report;

	constructor(outer: Report) {
		super("", outer.file);
		this.#outer = outer;
	}

	override add(code: ProblemCode, range: TextRange, ...args: readonly string[]): void {
		// One more than a report takes, so that it can still say that there are more.
		if (this.#held.length <= most) this.#held.push(() => this.#outer.add(code, range, ...args));
	}

	override line(offset: number): number {
		return this.#outer.line(offset);
	}

	/** Passes the problems on, once. */
	release(): void {
		for (const add of this.#held.splice(0)) add();
	}
}

/** The report of an inner text, whose offsets say nothing about the file. */
class InnerReport extends Report {
	readonly #outer: Report;
	readonly #place: TextRange;

	constructor(outer: Report, place: TextRange) {
		super("", outer.file);
		this.#outer = outer;
		this.#place = place;
	}

	override add(code: ProblemCode, _: TextRange, ...args: readonly string[]): void {
		this.#outer.add(code, this.#place, ...args);
	}

	override line(): number {
		return this.#outer.line(this.#place.start);
	}
}

/** The beginning of a long text, cut between words where it may be. */
export function brief(text: string): string {
	const line = text.slice(0, 400).replace(/\s+/g, " ").trim();
	if (line.length <= 100 && text.length <= 400) return line;
	const head = line.slice(0, 100);
	const space = head.lastIndexOf(" ");
	return `${head.slice(0, space > 60 ? space : 100).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
