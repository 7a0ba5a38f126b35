// What is written into a .bib file is read as it was, whatever its title and its names are.
import assert from "node:assert/strict";
import fc from "fast-check";
import { addToBibliography, parseBibliography } from "../../../src/core/bibliography/bibliography";
import type { Name } from "../../../src/core/paper";
import { apply, paper } from "./fixtures";

suite("what is written is read as it was", () => {
	const piece = fc.oneof(
		fc.constantFrom(
			...[
				"%",
				"#",
				"&",
				"_",
				"{",
				"}",
				"\\",
				"$x^2$",
				"$",
				'"',
				"é",
				"Łódź",
				"ß",
				"“q”",
				"LLMs",
				"nnU-Net",
				"A",
				"3D",
			],
			...["—", "–", "--", "'", "``", "~", "^", "@misc{a,", "and", ",", "İ", "ő", "北京", "𝒳", "naïve", "\u00a0"],
		),
		fc.stringMatching(/^[A-Za-z]{1,6}$/),
	);
	const title = fc.array(piece, { minLength: 1, maxLength: 6 }).map(words =>
		words
			.join(" ")
			.replace(/[\s\u00a0]+/g, " ")
			.normalize("NFC")
			.trim(),
	);
	const word = fc.stringMatching(/^[A-ZÉŁÖ][a-zéłöüñ'-]{0,8}[a-z]$/);
	const person: fc.Arbitrary<Name> = fc
		.record({
			family: fc.oneof(
				word,
				fc.tuple(word, word).map(words => words.join(" ")),
			),
			given: fc.oneof(word, fc.constantFrom("J. R.", "Jean-Paul", "Ann and Bob", "A., B.")),
			particle: fc.constantFrom("", "van den", "de la", "von"),
			suffix: fc.constantFrom("", "Jr.", "III"),
		})
		.map(({ family, given, particle, suffix }) => ({
			...{ family, given },
			...(particle === "" ? {} : { particle }),
			...(suffix === "" ? {} : { suffix }),
		}));
	const name: fc.Arbitrary<Name> = fc.oneof(
		person,
		title.filter(text => /\p{L}/u.test(text)).map(literal => ({ literal })),
	);
	const styles = [
		"",
		"@misc{x,\n  title = {Łódź 北}\n}\n",
		'@misc(x,\n\tTitle = "X",\n\tYear = "2001")\n',
		"@online{x,\n  title = {{X}},\n  date = {2001}\n}\n@online{y,\n  title = {{Y}},\n  date = {2001}\n}\n",
	];
	const dashes = (text: string): string => text.replace(/-+/g, "-");
	test("titles, names, volume, pages", () => {
		fc.assert(
			fc.property(
				title,
				fc.array(name, { maxLength: 4 }),
				fc.constantFrom(...styles),
				(written, authors, text) => {
					// A dollar that opens math, and dashes and quotes that LaTeX joins, are read by its rules.
					fc.pre(!/\$|[-'`–—]{2}|``|''/.test(written.replaceAll("$x^2$", "")));
					for (const author of authors)
						fc.pre(!("literal" in author && author.literal.replaceAll("$x^2$", "").includes("$")));
					const one = paper({
						...{ title: written, authors, issued: { year: 1999, month: 2 }, type: "article-journal" },
						...{ venue: "Maps & Charts", volume: "A1", issue: "2/3", pages: "12-34" },
					});
					const now = apply(text, addToBibliography(text, "a.bib", [one]).edits);
					const { entries, problems } = parseBibliography(now, "a.bib");
					assert.deepEqual(problems, []);
					const read = entries.at(-1)?.paper;
					assert.ok(read);
					assert.equal(dashes(read.title), dashes(written));
					assert.deepEqual(read.authors, authors);
					assert.deepEqual(
						[read.issued, read.venue, read.volume, read.issue, read.pages, read.type],
						[one.issued, one.venue, one.volume, one.issue, one.pages, one.type],
					);
				},
			),
			{ numRuns: 400 },
		);
	});
});
