// Problems of styles as data, with their English wording.

import type { Problem, Severity, TextRange } from "../../paper";

const kinds = {
	"style-not-xml": ["error", "This is no CSL style; an XML file with a style element was expected."],
	"style-dependent": ["error", "This style only refers to another one, {0}; that one is needed."],
	"style-no-layout": ["error", "The style has neither a bibliography nor a citation."],
	"style-macro-cycle": ["error", "The macro “{0}” calls itself through others."],
	"style-too-deep": ["error", "The macro “{0}” calls more than {1} others within one another."],
	"style-too-large": ["error", "Written out with all its macros, the style has more than {0} elements."],
	"style-unknown-element": ["warning", "The element {0} is not known here and was left out."],
	"style-unknown-macro": ["warning", "There is no macro “{0}”; the call was left out."],
	"locale-not-xml": ["error", "This is no CSL locale; an XML file with a locale element was expected."],
} as const satisfies Record<string, readonly [Severity, string]>;

export type StyleProblemCode = keyof typeof kinds;

/** More of one kind in one file say nothing new. */
const most = 50;

/** Gathers the problems of one file. */
export class StyleProblems {
	readonly #file: string;
	readonly #text: string;
	readonly #found: Problem[] = [];

	constructor(file: string, text: string) {
		this.#file = file;
		this.#text = text;
	}

	get found(): readonly Problem[] {
		return this.#found;
	}

	add(code: StyleProblemCode, { start, end }: TextRange, ...args: readonly string[]): void {
		if (this.#found.length >= most) return;
		const [severity, sentence] = kinds[code];
		const line = this.#text.slice(0, start).split(/\r\n|\r|\n/).length;
		const message = sentence.replace(/\{(\d)\}/g, (_, index: string) => args[Number(index)] ?? "");
		this.#found.push({
			code,
			severity,
			file: this.#file,
			line,
			range: { start, end },
			args,
			message: `${this.#file}, line ${line}: ${message}`,
		});
	}
}
