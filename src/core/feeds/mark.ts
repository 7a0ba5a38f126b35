// How it is kept that a feed was seen to hold a paper.

import type { Paper } from "../paper";
import { hash } from "../text/normalize";

/** The short mark of a paper among those that a feed was seen to hold. */
export function paperMark({ id }: Paper): string {
	return hash(id).slice(0, 12);
}
