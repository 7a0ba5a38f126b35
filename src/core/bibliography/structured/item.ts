// An entry of a bibliography in JSON or YAML, whatever its format.

import type { Fields } from "../../digests/json/fields";
import type { Entry } from "../entry";
import type { Problem, TextRange } from "../../paper";

/** An entry with what was read of it. */
export interface Item extends Entry {
	/** The value alone: in a map without the key. */
	readonly value: TextRange;
	readonly fields: Fields;
}

/** What holds the items. */
export type Container =
	/** A list: `open` is the place behind its bracket. */
	| { readonly kind: "list"; readonly open: number }
	/** A map from keys to items. */
	| { readonly kind: "map"; readonly open: number }
	/** Nothing at all yet. */
	| { readonly kind: "empty" }
	/** Something to which nothing can be added. */
	| { readonly kind: "closed" };

export interface StructuredFile {
	readonly items: readonly Item[];
	readonly problems: readonly Problem[];
	readonly container: Container;
}
