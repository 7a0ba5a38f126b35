// Keys as they are typed, and which extensions ours leaves the document's own entries to.
import assert from "node:assert/strict";
import fc from "fast-check";
import { foldedKey, keyMatch } from "../../../src/core/completion/keyMatch";
import { offerFor } from "../../../src/core/completion/offer";
import { fold } from "../../../src/core/text/normalize";

suite("a key as it is typed", () => {
	test("the whole key, its beginning, its parts and some of it, the better the higher", () => {
		for (const [key, words, match] of [
			["smith2020Deep", "smith2020deep", 4],
			["smith2020Deep", "SMITH", 3],
			["smith2020Deep", "s", 3],
			["smith2020Deep", "deep", 2],
			["smith2020Deep", "2020", 2],
			["smith2020Deep", "smith deep", 2],
			["smith2020Deep", "sm 20 de", 2],
			["smith2020Deep", "smde", 1],
			["smith2020Deep", "s20d", 1],
			["smith2020Deep", "mith", 1],
			["smith2020Deep", "deep smith", 0],
			["smith2020Deep", "jones", 0],
			["smith2020Deep", "m", 0],
			["DBLP:conf/naacl/PetersNIGCLZ18", "peters", 2],
			["DBLP:conf/naacl/PetersNIGCLZ18", "dblp:conf", 3],
			["Müller_2024", "muller", 3],
			["a", "", 0],
		] as const) {
			assert.equal(keyMatch(foldedKey(key), fold(words)), match, `${key} for ${words}`);
		}
	});

	test("every beginning of a key fits it", () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1, maxLength: 30 }), fc.nat(29), (key, length) => {
				const words = fold(key.slice(0, length + 1)).trim();
				const folded = foldedKey(key);
				assert.ok(words === "" || !folded.text.startsWith(words) || keyMatch(folded, words) >= 3);
			}),
			{ seed: 5 },
		);
	});
});

suite("completion beside other extensions", () => {
	const workshop = (id: string) => id === "james-yu.latex-workshop";

	test("leaves entries to one that completes them in the language, and papers of the shelf to none", () => {
		assert.deepEqual(offerFor("latex", "auto", workshop), { entries: false, shelf: true });
		assert.deepEqual(offerFor("markdown", "auto", workshop), { entries: true, shelf: true });
		assert.deepEqual(
			offerFor("latex", "auto", () => false),
			{ entries: true, shelf: true },
		);
		assert.deepEqual(offerFor("latex", "all", workshop), { entries: true, shelf: true });
		assert.deepEqual(
			offerFor("latex", "shelf", () => false),
			{ entries: false, shelf: true },
		);
		assert.deepEqual(
			offerFor("latex", "off", () => false),
			{ entries: false, shelf: false },
		);
	});
});
