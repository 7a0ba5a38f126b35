// How a key is written at a place where one is expected.

import { mention } from "../citations/markdown/pandoc";
import { labelOf, typst } from "../citations/typst/typst";

/** The key alone; marked as Pandoc or Typst mark it; or as the argument of Typst's `cite`. */
export type Writing = "bare" | "pandoc" | "typst" | "label";

/** A key with its mark, as the language needs it to read all of the key. */
export function writeKey(key: string, writing: Writing): string {
	switch (writing) {
		case "bare":
			return key;
		case "pandoc":
			return mention(key);
		case "typst":
			return typst.mention(key);
		case "label":
			return labelOf(key);
	}
}
