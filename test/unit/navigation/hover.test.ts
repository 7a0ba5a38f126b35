// What is shown at a key: nothing of a bibliography becomes more than text.
import assert from "node:assert/strict";
import fc from "fast-check";
import { hoverText, type HoverDress, type KeyFacts, type WorkFacts } from "../../../src/core/navigation/hover";
import { Candidates, searchWords } from "../../../src/core/bibliography/keys/candidates";
import type { Paper } from "../../../src/core/paper";
import { isOurs } from "../../../src/core/neighbours";

const dress: HoverDress = {
	words: {
		unknown: "{0} is unknown.",
		meant: "Meant:",
		onShelf: "Shelf:",
		topics: "Topics",
		citedOnce: "Cited once: {0}",
		cited: "Cited {0} times: {1}",
		notCited: "Not cited",
	},
	nameOf: uri => uri,
	actions: [{ title: "Open", command: "citeshelf.openPaper", argument: { id: "doi:10.1/(a)" } }],
	open: id => ({ title: "Open", command: "citeshelf.openPaper", argument: { id } }),
};

const work: WorkFacts = {
	reference: "Kim, A. (2020). A *study*. https://doi.org/10.1/a",
	abstract: "We <b>measure</b> x_i.",
	links: [{ url: "https://doi.org/10.1/a", label: "doi:10.1/a", place: "doi.org" }],
	topics: ["Maps [1]"],
};

const facts: KeyFacts = { key: "kim", range: { start: 0, end: 3 }, near: [], offers: [], cited: [] };

suite("the hover of a key", () => {
	test("says right behind the reference that the work was retracted", () => {
		const shown = hoverText({ ...facts, work: { ...work, notices: ["retracted (J_1)"] } }, dress);
		assert.equal(shown.split("\n\n")[1], "**retracted \\(J\\_1\\)**");
	});

	test("has the reference, abstract, topics, links, where it is cited, and what can be done", () => {
		const cited = [
			{ uri: "main.tex", count: 2 },
			{ uri: "n_1.md", count: 1 },
		];
		assert.equal(
			hoverText({ ...facts, work, cited }, dress),
			[
				"Kim, A. (2020). A *study*. https\\://doi.org/10.1/a",
				"We \\<b\\>measure\\<\\/b\\> x\\_i\\.",
				"*Topics:* Maps \\[1\\]",
				"[doi\\:10\\.1\\/a](https://doi.org/10.1/a)",
				"Cited 3 times\\: main\\.tex \\(2\\)\\, n\\_1\\.md",
				"[Open](command:citeshelf.openPaper?%5B%7B%22id%22%3A%22doi%3A10.1%2F%28a%29%22%7D%5D)",
			].join("\n\n"),
		);
	});

	test("of a key that is not known says what may be meant", () => {
		const near = [{ key: "kim2020", label: "Kim 2020" }];
		const offers = [{ id: "doi:10.1/a", label: "Kim 2020, Maps" }];
		assert.equal(
			hoverText({ ...facts, near, offers }, dress),
			"kim is unknown\\.\n\nMeant\\:\n\n- **kim2020** Kim 2020\n\nShelf\\:\n\n" +
				"- [Kim 2020\\, Maps](command:citeshelf.openPaper?%5B%7B%22id%22%3A%22doi%3A10.1%2Fa%22%7D%5D)",
		);
		assert.equal(
			hoverText({ ...facts, value: "*J* of [x](command:y)" }, dress),
			"\\*J\\* of \\[x\\]\\(command\\:y\\)",
		);
	});

	test("runs nothing and links nowhere but what we put there", () => {
		const hostile = fc.oneof(
			fc.string(),
			fc.constantFrom(
				"[a](command:x)",
				"](command:x)",
				"<a href='x'>",
				"https://evil.org",
				"www.evil.org",
				"a@evil.org",
				"# h",
				"![i](http://x)",
				"`c`",
				"\n\n- x",
				"<https://a>",
			),
		);
		fc.assert(
			fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), texts => {
				const text = texts.join("");
				const shown = hoverText(
					{
						...facts,
						key: text,
						near: [{ key: text, label: text }],
						offers: [{ id: text, label: text }],
						cited: [{ uri: text, count: 1 }],
						value: text,
					},
					{ ...dress, actions: [] },
				);
				const known = hoverText(
					{ ...facts, work: { ...work, abstract: text, topics: [text], links: [] } },
					{ ...dress, actions: [] },
				);
				const unknown = hoverText({ ...facts, key: text, near: [{ key: text, label: text }] }, dress);
				for (const one of [shown, known, unknown]) {
					assert.doesNotMatch(
						one,
						/(?<!\\)(?:\\\\)*[<`]|(?<!\\)(?:\\\\)*\]\(|(?<!https\\):\/\/|(?:^|[^\\])www\./i,
						one,
					);
				}
			}),
			{ numRuns: 300, seed: 6 },
		);
		const reference = "1. See https://evil.org or www.evil.org, a@evil.org, x<sup>2</sup> \\<sup\\>";
		assert.equal(
			hoverText(
				{ ...facts, work: { ...work, reference, abstract: "", links: [], topics: [] } },
				{ ...dress, actions: [] },
			),
			"1\\. See https\\://evil.org or www\\.evil.org, a\\@evil.org, x2 \\<sup\\>\n\nNot cited",
		);
	});
});

suite("keys that may be meant", () => {
	const keys = ["kim2020deep", "Kim2020", "lee2019maps", "kim2021", "smith_jones_2020", "müller1999", "a", "b1"];
	const untitled: Paper = {
		...{ id: "title:none", title: "", abstract: "", type: "article" },
		...{ authors: [], keywords: [], links: [] },
	};
	const candidates = new Candidates(keys.map(key => ({ key, paper: untitled })));
	const rows: readonly (readonly [key: string, near: string])[] = [
		["kim2020", "Kim2020 kim2020deep"],
		["lee2019map", "lee2019maps"],
		["lee2019mpas", "lee2019maps"],
		["SmithJones2020", "smith_jones_2020"],
		["muller1999", "müller1999"],
		["zzz", ""],
		["", ""],
	];
	for (const [key, near] of rows) {
		test(`${key} may be ${near || "none"}`, () => assert.equal(candidates.of(key).slice(0, 2).join(" "), near));
	}

	test("are searched for by the words in them", () => {
		assert.equal(searchWords("filiotPhikonV2_2024"), "filiot phikon 2024");
		assert.equal(searchWords("NASA:müller"), "nasa müller");
		assert.equal(searchWords(""), "");
	});
});

suite("other extensions", () => {
	test("keep what they serve, unless ours is wanted", () => {
		const has = (id: string) => (other: string) => other === id;
		assert.equal(
			isOurs("hover", "latex", "auto", () => false),
			true,
		);
		assert.equal(isOurs("hover", "latex", "auto", has("james-yu.latex-workshop")), false);
		assert.equal(isOurs("rename", "latex", "auto", has("james-yu.latex-workshop")), true);
		assert.equal(isOurs("hover", "latex", "on", has("james-yu.latex-workshop")), true);
		assert.equal(isOurs("hover", "markdown", "auto", has("james-yu.latex-workshop")), true);
		assert.equal(
			isOurs("hover", "markdown", "off", () => false),
			false,
		);
		assert.equal(isOurs("semanticColours", "typst", "auto", has("myriad-dreamin.tinymist")), false);
	});
});
