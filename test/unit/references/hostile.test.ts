// Styles that are no styles, or mean harm: problems, never an exception, in bounded time.

import assert from "node:assert/strict";
import fc from "fast-check";
import type { Paper } from "../../../src/core/paper";
import { formatReferences } from "../../../src/core/references/references";
import { parseLocale } from "../../../src/core/references/style/locale";
import { parseStyle } from "../../../src/core/references/style/parseStyle";
import { readStyle } from "./oracle";

function styleWith(body: string, macros = ""): string {
	return `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">${macros}<bibliography><layout>${body}</layout></bibliography></style>`;
}

const codes: readonly (readonly [name: string, xml: string, codes: readonly string[], usable: boolean])[] = [
	["nothing", "", ["style-not-xml"], false],
	["no XML", "\\cite{a}", ["style-not-xml"], false],
	["a page", "<html><style>p{}</style></html>", ["style-not-xml"], false],
	["no layout", "<style/>", ["style-no-layout"], false],
	[
		"another style's name",
		'<style><info><link rel="independent-parent" href="http://x/apa"/></info></style>',
		["style-dependent"],
		false,
	],
	["an unknown element", styleWith("<blink/><text value='a'/>"), ["style-unknown-element"], true],
	["an unknown macro", styleWith("<text macro='a'/>"), ["style-unknown-macro"], true],
	[
		"a cycle of macros",
		styleWith(
			"<text macro='a'/>",
			"<macro name='a'><text macro='b'/></macro><macro name='b'><text macro='a'/></macro>",
		),
		["style-macro-cycle"],
		false,
	],
	[
		"macros that double",
		styleWith(
			"<text macro='m0'/>",
			Array.from(
				{ length: 30 },
				(_, at) => `<macro name='m${at}'><text macro='m${at + 1}'/><text macro='m${at + 1}'/></macro>`,
			).join("") + "<macro name='m30'><text value='x'/></macro>",
		),
		["style-too-large"],
		false,
	],
	[
		"macros in a long row",
		styleWith(
			"<text macro='m0'/>",
			Array.from({ length: 20_000 }, (_, at) => `<macro name='m${at}'><text macro='m${at + 1}'/></macro>`).join(
				"",
			),
		),
		["style-too-deep"],
		false,
	],
];

const paper: Paper = {
	id: "title:1",
	title: `${'"'.repeat(2000)}<i>${"<b>".repeat(500)}'a' "b"`,
	abstract: "",
	authors: [{ family: "'".repeat(500), given: "-.".repeat(500) }],
	issued: { year: -44 },
	type: "book",
	keywords: [],
	links: [],
};

suite("references: hostile styles", () => {
	for (const [name, xml, expected, usable] of codes) {
		test(`${name} is reported`, () => {
			const { style, problems } = parseStyle(xml, "x.csl");
			assert.deepEqual([...new Set(problems.map(({ code }) => code))], expected);
			assert.equal(style !== undefined, usable);
			if (style) assert.equal(formatReferences([paper], style).length, 1);
		});
	}

	test("elements within elements without end are no danger", () => {
		const { style } = parseStyle(styleWith("<group>".repeat(50_000) + "<text variable='title'/>"));
		assert.ok(style);
		assert.equal(formatReferences([paper], style).length, 1);
	});

	test("a style that was cut anywhere is read as far as it goes", () => {
		const xml = readStyle("nature.csl");
		fc.assert(
			fc.property(fc.nat(xml.length), fc.string({ maxLength: 20 }), (at, junk) => {
				const { style } = parseStyle(xml.slice(0, at) + junk + xml.slice(at + 40));
				if (style)
					for (const output of ["text", "html", "markdown"] as const)
						formatReferences([paper], style, { output });
				parseLocale(xml.slice(0, at));
			}),
			{ numRuns: 25, seed: 5 },
		);
	});

	test("no title brings tags of its own into HTML", () => {
		const { style } = parseStyle(readStyle("apa.csl"));
		assert.ok(style);
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom("<", ">", "i", "&", '"', "'", "/", "b", " ", "“", ".") }),
				title => {
					const [entry = ""] = formatReferences([{ ...paper, authors: [], title }], style, {
						output: "html",
					});
					assert.doesNotMatch(entry.replace(/<\/?(?:i|b)>/g, ""), /[<>]/);
				},
			),
			{ numRuns: 200, seed: 5 },
		);
	});
});
