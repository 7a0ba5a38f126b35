// Math that lost its backslashes on the way into a mail: found for a report, repaired for display only.

/** A place where math was damaged: what stands there, and what a reader is shown. */
export interface LostMath {
	readonly start: number;
	readonly end: number;
	readonly found: string;
	readonly shown: string;
}

const number = String.raw`\d{1,9}(?:[.,]\d{1,9})?`;
const unit = String.raw`(?:[µμnmck]?m(?:\^?[23]|[²³])?|px|pixels?|voxels?|inch(?:es)?|ft)`;
const patterns: readonly (readonly [RegExp, RegExp, string])[] = [
	[
		new RegExp(String.raw`(?<![\w.,])${number}(?: times ${number}){1,3} ?${unit}(?![\p{L}\p{N}])`, "gu"),
		/ times /g,
		" × ",
	],
	[new RegExp(String.raw`(?<![\p{L}\p{N}\\_-])sim!?${number}(?![\p{L}\p{N}-])`, "gu"), /^sim!?/, "∼"],
];

/**
 * Where `\times` and `\sim` lost their backslashes: `7 times 9 cm` (number, number, unit of length) and `sim13`. Both
 * are seen in mails made from arXiv abstracts; “3 times 5 patients”, “18 times more” and “sim2real” are left alone.
 */
export function findLostMath(text: string): readonly LostMath[] {
	const places = patterns.flatMap(([pattern, lost, sign]) =>
		[...text.matchAll(pattern)].map(match => ({
			start: match.index,
			end: match.index + match[0].length,
			found: match[0],
			shown: match[0].replace(lost, sign),
		})),
	);
	return places.sort((a, b) => a.start - b.start);
}

/** The text with its lost `\times` and `\sim` as × and ∼, for display; the paper itself keeps the digest's letters. */
export function repairLostMath(text: string): string {
	let repaired = "";
	let at = 0;
	for (const { start, end, shown } of findLostMath(text)) {
		repaired += text.slice(at, start) + shown;
		at = end;
	}
	return repaired + text.slice(at);
}
