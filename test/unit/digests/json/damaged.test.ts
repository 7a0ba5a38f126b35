// JSON that is cut, damaged, or no list of papers: every readable record is read, and each loss is told once.

import assert from "node:assert/strict";
import { readText, readValue } from "./reading";

const work = (i: number): object => ({
	id: `https://openalex.org/W${String(1_000_000 + i)}`,
	title: `Work number ${String(i)} “of” many`,
	authorships: [{ author: { id: "https://openalex.org/A1", display_name: "Ann Lee" } }],
	concepts: [{ id: "https://openalex.org/C1", display_name: "Things {and} [others]", score: 0.1 }],
	abstract_inverted_index: { We: [0], 'say "so"': [1] },
});
const works = Array.from({ length: 30 }, (_, i) => work(i));
const shapes: readonly (readonly [string, string])[] = [
	["a list", JSON.stringify(works)],
	["an answer", JSON.stringify({ meta: { count: 30 }, results: works, group_by: [] })],
	["an answer over many lines", JSON.stringify({ meta: { count: 30 }, results: works, group_by: [] }, undefined, 2)],
	["lines", works.map(one => JSON.stringify(one)).join("\n")],
];

suite("Damaged JSON", () => {
	for (const [name, text] of shapes) {
		test(`${name} that is cut keeps all records before the cut`, () => {
			for (const part of [0.2, 0.5, 0.77, 0.99]) {
				const cut = text.slice(0, Math.floor(text.length * part));
				const { format, papers, problems } = readText(cut);
				const whole = cut.split('"https://openalex.org/W').length - 1;
				assert.equal(format, "openalex");
				assert.ok(
					papers.length >= whole - 1 && papers.length <= whole,
					`${String(papers.length)} of ${String(whole)}`,
				);
				const losses = problems.filter(({ code }) => code !== "abstract-absent");
				assert.deepEqual(
					losses.map(({ code }) => code),
					["file-cut"],
					cut.slice(-40),
				);
			}
		});

		test(`${name} with a wrong sign anywhere loses one record at most`, () => {
			let seed = 11;
			const random = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) % below;
			for (let round = 0; round < 120; round++) {
				// The first signs tell what the text is.
				const at = 40 + random(text.length - 41);
				const sign = '"{}[],:\\x\u0000\n'.charAt(round % 11);
				const { papers } = readText(text.slice(0, at) + sign + text.slice(at + 1));
				assert.ok(papers.length >= 29, `${sign} at ${String(at)}: ${String(papers.length)}`);
			}
		});
	}

	test("may be what other writers than JSON's let slip", () => {
		const { papers, problems } = readText(
			'{"papers": [{"title": "One\n line", "abstract": "50\\% of $\\alpha$", "doi": "10.1/a",},\n{"title": "Two", "abstract": NaN, "doi": "10.1/b"},]}',
		);
		assert.deepEqual(
			papers.map(({ title, abstract }) => [title, abstract]),
			[
				["One line", "50% of $\\alpha$"],
				["Two", ""],
			],
		);
		assert.deepEqual(
			problems.map(({ code }) => code).filter(code => code !== "column-taken"),
			["abstract-absent"],
		);
	});

	test("may nest without end", function () {
		this.timeout(20_000);
		for (const text of ["[", '{"a":', '[{"title":"A","doi":', '{"results":[', '[{"a":['].map(part =>
			part.repeat(200_000),
		))
			assert.ok(Array.isArray(readText(text).papers));
		const nested = '{"a":'.repeat(5000) + "1" + "}".repeat(5000);
		const { papers } = readText(`[{"title":"Kept","doi":"10.1/a","x":${nested}},{"title":"Too","doi":"10.1/b"}]`);
		assert.equal(papers.length, 2);
	});

	test("may have keys that objects have of themselves", () => {
		const { papers } = readText('[{"__proto__":{"title":"No"},"constructor":1,"title":"Yes","doi":"10.1/a"}]');
		assert.deepEqual(
			papers.map(({ title }) => title),
			["Yes"],
		);
	});
});

suite("JSON without papers", () => {
	const cases: readonly (readonly [string, unknown, RegExp])[] = [
		[
			"a package",
			{
				name: "x",
				version: "1.0.0",
				description: "A tool",
				author: "A",
				keywords: ["b"],
				contributes: { commands: [{ command: "a", title: "Do it" }] },
			},
			/one object .*name, version/,
		],
		["settings", { "editor.tabSize": 4, "files.exclude": { a: true } }, /one object/],
		["numbers", [1, 2, 3], /list of numbers/],
		["tasks", [{ userId: 1, id: 1, title: "buy some milk", completed: false }], /list of objects/],
		["an error", { error: { message: "Too many requests" } }, /error “Too many requests”/],
		["a failure", { status: "error", message: "Not found" }, /error “Not found”/],
	];
	for (const [name, value, reason] of cases) {
		test(`is told as what it is: ${name}`, () => {
			const { papers, problems } = readValue(value);
			assert.deepEqual(papers, []);
			assert.deepEqual(
				problems.map(({ code }) => code),
				["no-list-of-papers"],
			);
			assert.match(problems[0]?.message ?? "", reason);
		});
	}

	test("is not seen in plain text that begins with a bracket", () => {
		for (const text of [
			"[1] A. Lee, A Paper on Things, 2020.",
			"[[Note]] of mine",
			"{title} and more",
			"[Paper](https://a.b/c)",
		])
			assert.ok(!/json/.test(readText(text).format), text);
	});
});
