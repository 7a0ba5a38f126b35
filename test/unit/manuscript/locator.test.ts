// What a person types about a work, as the parts of a citation.
import { deepEqual } from "node:assert/strict";
import type { Parts } from "../../../src/core/citations/citations";
import { partsFrom, typedParts } from "../../../src/core/manuscript/locator";

suite("a locator as it is typed", () => {
	const table: readonly (readonly [typed: string, parts: Parts])[] = [
		["p. 12", { locator: "p. 12" }],
		["12", { locator: "12" }],
		["ch. 3, and passim", { locator: "ch. 3", suffix: "and passim" }],
		["see @ pp. 33-35", { prefix: "see", locator: "pp. 33-35" }],
		["see also @", { prefix: "see also" }],
		["see @ p. 3, for example", { prefix: "see", locator: "p. 3", suffix: "for example" }],
		["emphasis added", { suffix: "emphasis added" }],
		["§ 4.2", { locator: "§ 4.2" }],
		["", {}],
	];
	for (const [typed, parts] of table) {
		test(`“${typed}”`, () => {
			deepEqual(partsFrom(typed), parts);
			deepEqual(partsFrom(typedParts(parts)), parts);
		});
	}
});
