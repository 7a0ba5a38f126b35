// Braces in titles: they keep the capitals that a style would turn into small letters (btxdoc, section 3, "title").

import { mathSpans } from "../../../text/math";

/** A piece of a title, and whether its letters must stay as they are. */
export interface TitlePiece {
	readonly text: string;
	readonly isKept: boolean;
}

/**
 * Cuts a title into pieces to keep and others. Kept are acronyms and words with capitals inside or beside digits
 * (`LLM`, `nnU-Net`, `MedS$^3$`, `GPT` in `GPT-4`), single capital letters (`X` in `X-ray`), and, in a title that is
 * otherwise in small letters, words with a capital that do not start a sentence, as they are names.
 */
export function titlePieces(title: string): TitlePiece[] {
	const words = wordsOf(title);
	const isShouted = !/\p{Ll}/u.test(title);
	const isSentence = isSentenceCase(words);
	const pieces: TitlePiece[] = [];
	let startsSentence = true;
	for (const word of words) {
		const [, left = "", core = "", right = ""] = /^([^\p{L}\p{N}$]*)([^]*?)([^\p{L}\p{N}$]*)$/u.exec(word) ?? [];
		pieces.push({ text: left, isKept: false });
		const isHead = pieces.every(({ isKept }) => !isKept) && startsSentence && right.startsWith(":");
		if (isShouted) pieces.push({ text: core, isKept: false });
		else pieces.push(...corePieces(core, { startsSentence, isSentence, isHead }));
		pieces.push({ text: right, isKept: false });
		if (core !== "" || /[—–-]/.test(left)) startsSentence = /[:.!?—–]/.test(left + right);
	}
	return pieces.filter(({ text }) => text !== "");
}

/** Words with the white space behind them; math is never cut. */
function wordsOf(title: string): string[] {
	const words = [""];
	let at = 0;
	const add = (text: string): void => {
		words.push(`${words.pop() ?? ""}${text}`);
	};
	for (const { start, end } of [...mathSpans(title), { start: title.length, end: title.length }]) {
		for (const part of title.slice(at, start).match(/\s+|\S+/g) ?? []) {
			add(part);
			if (/^\s/.test(part)) words.push("");
		}
		add(title.slice(start, end));
		at = end;
	}
	return words;
}

/** Whether most words but the first start with a small letter. */
function isSentenceCase(words: readonly string[]): boolean {
	const plain = words.slice(1).filter(word => /^\p{L}\p{Ll}{3,}/u.test(word));
	const capital = plain.filter(word => /^\p{Lu}/u.test(word));
	return plain.length >= 2 && capital.length * 2 < plain.length;
}

interface Context {
	readonly startsSentence: boolean;
	/** The title is written in small letters, so that capitals mean names. */
	readonly isSentence: boolean;
	/** The word alone stands before a colon, as the name of a work does: `Barlow-Swin: …`. */
	readonly isHead: boolean;
}

/** A word without punctuation around it: as a whole when all its parts have capitals to keep, else by parts. */
function corePieces(core: string, { startsSentence, isSentence, isHead }: Context): TitlePiece[] {
	const parts = partsOf(core);
	const words = parts.filter((_, index) => index % 2 === 0);
	const hasDigits = /\d/.test(core.replace(/\$[^$]*\$/g, "")) && !core.includes("/");
	const isKept = (part: string): boolean => {
		const letters = part.replace(/\$[^$]*\$/g, "");
		// BibTeX makes small letters of those in mathematics, too: of `$L_1$`, and of `$\Gamma$`.
		if (part.match(/\$[^$]*\$/g)?.some(math => /\p{Lu}/u.test(math)) === true) return true;
		if (/^.+\p{Lu}/u.test(letters) || (/\p{Lu}/u.test(letters) && /\d/.test(letters))) return true;
		if (/^\p{Lu}$/u.test(letters)) return words.length > 1 || letters !== "A";
		const isName = (isSentence && !small.has(letters.toLowerCase())) || hasDigits;
		return /^\p{Lu}/u.test(letters) && !startsSentence && isName;
	};
	const isCapital = words.every(word => /\p{Lu}/u.test(word));
	const isWhole = words.length > 1 && isCapital && (isHead || words.some(isKept));
	if (isWhole) return [{ text: core, isKept: true }];
	return parts.map((text, index) => ({ text, isKept: index % 2 === 0 && isKept(text) }));
}

/** What stands between hyphens and slashes, and these; math is never cut. */
function partsOf(core: string): string[] {
	const parts = [""];
	for (const [piece] of core.matchAll(/\$[^$]*\$|[-‐‑/]|[^]/gu)) {
		if (/^[-‐‑/]$/.test(piece)) parts.push(piece, "");
		else parts.push(`${parts.pop() ?? ""}${piece}`);
	}
	return parts;
}

/** Words that authors write with a capital behind a comma or a dash, and that are no names. */
const small = new Set(
	"a an and as at but by for from in into of on or the to via with toward towards using".split(" "),
);
