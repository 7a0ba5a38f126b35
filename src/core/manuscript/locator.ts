// What a person types to say which part of a work is meant, and what stands around it: `p. 12`, `see @ ch. 3, and passim`.

import { splitNote } from "../citations/locator";
import type { Parts } from "../citations/citations";

/**
 * The parts of what was typed: before an `@` what comes before the citation, behind it the locator, and what follows the
 * locator behind a comma. A text without `@` begins with the locator. Without a locator the rest is a suffix.
 */
export function partsFrom(typed: string): Parts {
	const at = typed.indexOf("@");
	const prefix = typed.slice(0, Math.max(at, 0)).trim();
	const note = typed.slice(at + 1).replace(/^[\s,]+/, "");
	return { ...(prefix !== "" && { prefix }), ...splitNote(note) };
}

/** The parts as they would be typed. */
export function typedParts({ prefix = "", locator = "", suffix = "" }: Parts): string {
	const behind = [locator, suffix].filter(part => part !== "").join(", ");
	return prefix === "" ? behind : `${prefix} @ ${behind}`.trim();
}
