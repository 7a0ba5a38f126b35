// What a person types to say which part of a work is meant, and what stands around it: `p. 12`, `see @ ch. 3, and passim`.

import type { Parts } from "../citations/citations";

/**
 * The parts of what was typed: before an `@` what comes before the citation, behind it the locator, and what follows the
 * locator behind a comma. A text without `@` begins with the locator. Without a locator the rest is a suffix.
 */
export function partsFrom(typed: string): Parts {
	const at = typed.indexOf("@");
	const prefix = at < 0 ? "" : typed.slice(0, at).trim();
	const rest = (at < 0 ? typed : typed.slice(at + 1)).trim().replace(/^,\s*/, "");
	const locator = locatorAt(rest);
	const suffix = rest.slice(locator.length).trim().replace(/^,\s*/, "");
	return {
		...(prefix !== "" && { prefix }),
		...(locator !== "" && { locator }),
		...(suffix !== "" && { suffix }),
	};
}

/** The parts as they would be typed. */
export function typedParts({ prefix = "", locator = "", suffix = "" }: Parts): string {
	const behind = [locator, suffix].filter(part => part !== "").join(", ");
	return prefix === "" ? behind : `${prefix} @ ${behind}`.trim();
}

/** Pages, chapters and the like at the beginning: a term with numbers, or numbers alone, up to the next comma. */
function locatorAt(text: string): string {
	const numbers = String.raw`(?:\d+[a-z]?|[ivxlcdm]+)(?:\s*[-–—]+\s*(?:\d+[a-z]?|[ivxlcdm]+))?`;
	const list = String.raw`${numbers}(?:\s*(?:,|&|and)\s*${numbers})*(?![\p{L}\p{N}])`;
	return new RegExp(String.raw`^(?:\p{L}+\.?\s*|§+\s*|¶+\s*)?${list}`, "iu").exec(text)?.[0].trim() ?? "";
}
