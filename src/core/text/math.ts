// Where a text holds math. A dollar may also be a price: the rule is Pandoc's (Pandoc User's Guide, extension
// `tex_math_dollars`), and a text that starts like an amount of money and goes on in words is no math either.

/** Math at a place of a text: its whole range with the delimiters, and what lies between them. */
export interface MathSpan {
	readonly start: number;
	readonly end: number;
	readonly content: string;
}

/** Longer than any formula of a title or an abstract; keeps the search for an end short. */
const longest = 2000;

/**
 * A function that tells the math starting at an offset, for offsets that only grow: `$…$`, `$$…$$`, and with
 * `commands` also `\(…\)` and `\[…\]`. The work over all offsets is linear in the text.
 */
export function mathFinder(text: string, commands: boolean): (at: number) => MathSpan | undefined {
	const dollar = nextOf(text, "$");
	const double = nextOf(text, "$$");
	const round = nextOf(text, "\\)");
	const square = nextOf(text, "\\]");
	const paragraph = nextOf(text, "\n\n");
	const span = (at: number, width: number, close: number): MathSpan | undefined =>
		close >= 0 && close - at <= longest && !(paragraph(at) >= 0 && paragraph(at) < close)
			? { start: at, end: close + width, content: text.slice(at + width, close) }
			: undefined;
	return at => {
		if (text[at] === "$") {
			const display = text[at + 1] === "$";
			const found = display ? span(at, 2, double(at + 2)) : span(at, 1, dollar(at + 1));
			return found && (display ? found.content.trim() !== "" : isDollarMath(text, found)) ? found : undefined;
		}
		const open = commands && text[at] === "\\" ? text[at + 1] : undefined;
		if (open !== "(" && open !== "[") return undefined;
		const found = span(at, 2, open === "(" ? round(at + 2) : square(at + 2));
		return found && looksLikeMath(found.content) ? found : undefined;
	};
}

/** The math of a text in `$…$` and `$$…$$`, in order. */
export function mathSpans(text: string): readonly MathSpan[] {
	const spans: MathSpan[] = [];
	const mathAt = mathFinder(text, false);
	for (let at = text.indexOf("$"); at >= 0; at = text.indexOf("$", at)) {
		const span = isEscaped(text, at) ? undefined : mathAt(at);
		if (span) spans.push(span);
		at = span ? span.end : at + 1;
	}
	return spans;
}

/** A function that tells where a string occurs next from an offset, not escaped; the offsets asked for must grow. */
function nextOf(text: string, wanted: string): (from: number) => number {
	let found = -2;
	return from => {
		if (found === -1 || found >= from) return found;
		found = text.indexOf(wanted, from);
		while (found >= 0 && isEscaped(text, found)) found = text.indexOf(wanted, found + 1);
		return found;
	};
}

function isEscaped(text: string, at: number): boolean {
	let backslashes = 0;
	while (text[at - 1 - backslashes] === "\\") backslashes++;
	return backslashes % 2 === 1;
}

function isDollarMath(text: string, { end, content }: MathSpan): boolean {
	if (content.trim() === "" || /\d/.test(text[end] ?? "")) return false;
	if (/^\s|\s$/.test(content) && !/^\s[^\n]*[\\^_=<>+][^\n]*\s$/.test(content)) return false;
	const beginning = content.slice(0, 60).trimStart();
	return !/^\d[\d.,]*\s*[^\s\\^_=<>+*/]*\s.*[a-z]{2}/i.test(beginning) || /[\\^_=]/.test(beginning);
}

/** Markdown also writes `\(` and `\[`, for brackets: math is short or has an operator, a command, an index. */
function looksLikeMath(content: string): boolean {
	return content.trim().length > 0 && (content.trim().length <= 3 || /[\\^_=<>+]/.test(content));
}
