// A large XML file record by record: each record is a small tree, which is given up once it was read, so that memory
// holds one record and not the file. Names get one form, whatever prefixes the file chose for its namespaces.

import { Parser } from "htmlparser2";
import { appendText, deepest, forgetAround, forgetInnermost, type Element, type Node } from "./elements";
import { decodeNamed } from "./namedEntities";
import { Namespaces } from "./namespaces";

export interface StreamedRecord {
	readonly element: Element;
	/** The elements around it from the outermost on, with what stands in them before it, other records left out. */
	readonly parents: readonly Element[];
	/** Where the text ended within the record: the names of the elements that were open, the innermost last. */
	readonly cutIn?: readonly string[];
}

export interface StreamOptions {
	/** Whether an element is a record, by its name and that of its parent. */
	readonly isRecord: (name: string, parent: string) => boolean;
	/** Where the first element begins. */
	readonly from?: number;
	/** Called with the elements that are still open at the end of the text. */
	readonly onCut?: (open: readonly Element[]) => void;
}

interface OpenElement extends Element {
	name: string;
	end: number;
	readonly children: Node[];
}

/** Characters that are parsed at a time. */
const step = 1 << 15;

/**
 * The records of a text. A record that begins within another one of its name ends that one, whose own end was lost; one of
 * another name is a part of it.
 */
export function* streamRecords(text: string, options: StreamOptions): Generator<StreamedRecord> {
	const reader = new RecordReader(text.length, options);
	for (let at = options.from ?? 0; at < text.length; at += step) {
		reader.write(text.slice(at, at + step));
		yield* reader.taken();
	}
	reader.finish();
	yield* reader.taken();
}

class RecordReader {
	readonly #options: StreamOptions;
	readonly #from: number;
	readonly #end: number;
	readonly #parser: Parser;
	readonly #namespaces = new Namespaces();
	readonly #open: OpenElement[];
	/** Index of the open record among the open elements, or -1. */
	#record = -1;
	#ready: StreamedRecord[] = [];
	/** Names of the elements that the end of the text left open. */
	#cut: readonly string[] | undefined;

	constructor(end: number, options: StreamOptions) {
		this.#options = options;
		this.#from = options.from ?? 0;
		this.#end = end;
		this.#open = [{ name: "", attributes: {}, children: [], start: this.#from, end }];
		this.#parser = new Parser(
			{
				onopentag: (name, attributes) => this.#begin(name, attributes),
				ontext: data => appendText(this.#innermost().children, data),
				onclosetag: name => this.#close(name),
			},
			{ xmlMode: true, decodeEntities: true },
		);
	}

	write(chunk: string): void {
		this.#parser.write(chunk);
	}

	/** The records that were completed since the last call. */
	taken(): readonly StreamedRecord[] {
		const ready = this.#ready;
		this.#ready = [];
		return ready;
	}

	finish(): void {
		const open = this.#open.slice(1);
		if (open.length > 0) {
			this.#cut = open.map(({ name }) => name);
			this.#options.onCut?.(open);
		}
		this.#parser.end();
	}

	#begin(written: string, attributes: Record<string, string>): void {
		this.#namespaces.declare(attributes);
		const name = this.#namespaces.nameOf(written);
		const start = this.#from + this.#parser.startIndex;
		const around = this.#open[this.#record]?.name;
		const isRecord =
			(around === undefined || around === name) && this.#options.isRecord(name, this.#innermost().name);
		if (isRecord && around !== undefined) this.#giveUpRecord(start);
		const element = { name, attributes, children: [], start, end: this.#end };
		if (isRecord) this.#record = this.#open.length;
		else this.#innermost().children.push(element);
		if (this.#open.length > deepest) forgetInnermost(this.#parser);
		else this.#open.push(element);
		if (isRecord && this.#record >= this.#open.length) this.#record = -1;
	}

	/** Ends a record that another one begins in; what was open in it is closed too. */
	#giveUpRecord(end: number): void {
		const lost = this.#open.splice(this.#record);
		forgetAround(this.#parser, lost.length);
		for (const element of lost) element.end = end;
		const [record] = lost;
		if (record) this.#ready.push({ element: record, parents: [...this.#open] });
		this.#record = -1;
	}

	#close(written: string): void {
		const element = this.#innermost();
		if (this.#open.length <= 1 || element.name !== this.#namespaces.nameOf(written)) return;
		this.#open.pop();
		decodeNamed(element.children);
		element.end = Math.min(this.#from + this.#parser.endIndex + 1, this.#end);
		if (this.#open.length === this.#record) {
			const parents = [...this.#open];
			this.#ready.push({ element, parents, ...(this.#cut && { cutIn: this.#cut.slice(this.#record - 1) }) });
			this.#record = -1;
		}
	}

	#innermost(): OpenElement {
		return this.#open[this.#open.length - 1] as OpenElement;
	}
}
