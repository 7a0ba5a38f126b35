// Names whose parts have elements of their own.

import type { Name } from "../../paper";
import { nameOfParts, readName } from "../names";

/** A person of a family name and what stands beside it; a group that was split like a person; nothing without a letter. */
export function personOf(family: string, given = "", suffix = ""): Name | undefined {
	if (!/\p{L}/u.test(`${family}${given}`)) return undefined;
	if (family === "" || given === "") return readName(family || given);
	if (groupNames.test(family)) return { literal: `${given} ${family}` };
	return nameOfParts(family, given, suffix);
}

const groupNames = /^(?:collaborations?|consorti(?:um|a)|group|team|investigators|committee|network|society)$/i;
