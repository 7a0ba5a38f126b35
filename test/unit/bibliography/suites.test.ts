// The suites of other parsers, with what these expect: authors, titles and years must be theirs. The samples lie beside
// the repository; without them there is nothing to test.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseYaml } from "yaml";
import { parseBibliography } from "../../../src/core/bibliography/bibliography";
import type { Name } from "../../../src/core/paper";
import { samplesFolder } from "../digests/samples";
import { filesIn, read } from "./sampleFiles";

interface OtherName {
	readonly lastName?: string;
	readonly firstName?: string;
	readonly name?: string;
	readonly prefix?: string;
	readonly suffix?: string;
}

interface OtherEntry {
	readonly key?: string;
	readonly fields: {
		readonly author?: readonly OtherName[];
		readonly title?: string;
		readonly year?: string;
		readonly date?: string;
	};
}

/** What both say in their own ways: mark-up, kinds of blanks and of quotation marks. */
function plain(text: string): string {
	return text
		.normalize("NFC")
		.replace(/<[^>]*>/g, "")
		.replace(/[\s\u00a0\u2009\u202f]+/g, " ")
		.replace(/[“”„"]/g, '"')
		.replace(/[‘’]/g, "'")
		.trim();
}

function ours(name: Name): string {
	if ("literal" in name) return plain(name.literal);
	return plain([name.particle, name.family, name.suffix, name.given].filter(Boolean).join(" "));
}

function theirs({ lastName, firstName, name, prefix, suffix }: OtherName): string {
	return plain([prefix, lastName ?? name, suffix, firstName].filter(Boolean).join(" "));
}

suite("the suite of @retorquere/bibtex-parser", () => {
	for (const { name, path } of filesIn(/\.expected\.yaml$/)) {
		test(name, () => {
			const source = path.replace(".expected.yaml", ".bib");
			const expected = parseYaml(readFileSync(path, "utf8")) as { readonly entries?: readonly OtherEntry[] };
			const { entries } = parseBibliography(read(source), source);
			const told = (expected.entries ?? []).filter(({ key }) => key !== undefined && key !== "");
			assert.deepEqual(
				entries.map(({ key }) => key),
				told.map(({ key }) => key),
			);
			told.forEach(({ fields }, i) => {
				const paper = entries[i]?.paper;
				assert.ok(paper);
				// That parser writes math as letters, which is kept here, and reads environments, which no title has.
				if (!/\$|begin/.test(paper.title)) assert.equal(plain(paper.title), plain(fields.title ?? ""));
				assert.deepEqual(paper.authors.map(ours), (fields.author ?? []).map(theirs));
				assert.equal(`${paper.issued?.year ?? ""}`, fields.year ?? fields.date?.slice(0, 4) ?? "");
			});
		});
	}
});

suite("what Biber makes of its tests", () => {
	test("is what is read here", function () {
		const folder = join(samplesFolder, "bib/biber");
		if (!existsSync(folder)) return this.skip();
		const written = readFileSync(join(folder, "full-bbl.bbl"), "utf8").split("\\enddatalist")[0] ?? "";
		const { entries, problems } = parseBibliography(read(join(folder, "full-bbl.bib")), "full-bbl.bib");
		assert.deepEqual(
			problems.map(({ code, args }) => [code, args[0]]),
			[
				["bib-duplicate-key", "F1"],
				["bib-duplicate-key", "f1"],
			],
		);
		for (const part of written.split("\\entry{").slice(1)) {
			const field = (name: string): string => new RegExp(`\\{${name}\\}\\{([^{}]*)\\}`).exec(part)?.[1] ?? "";
			const entry = entries.find(({ key }) => part.startsWith(`${key}}`));
			assert.ok(entry);
			assert.equal(entry.paper.title, field("title"));
			assert.equal(`${entry.paper.issued?.year ?? ""}`, field("year"));
			const families = Array.from(part.matchAll(/family=\{([^{}]*)\}/g), match => match[1]);
			assert.deepEqual(
				entry.paper.authors.map(author => ("literal" in author ? author.literal : author.family)),
				families,
			);
		}
	});
	test("biblatex's database is read without a fault", function () {
		const path = join(samplesFolder, "bib/biblatex-examples.bib");
		if (!existsSync(path)) return this.skip();
		const { entries, problems } = parseBibliography(read(path), "biblatex-examples.bib");
		assert.deepEqual([entries.length, problems], [92, []]);
		const pick = (key: string) => {
			const paper = entries.find(entry => entry.key === key)?.paper;
			return paper && [paper.type, paper.title, paper.venue, paper.issued, paper.pages, paper.volume];
		};
		assert.deepEqual(pick("aksin"), [
			...[
				"article-journal",
				"Effect of immobilization on catalytic characteristics of saturated Pd-N-heterocyclic carbenes in Mizoroki-Heck reactions",
			],
			...["J. Organomet. Chem.", { year: 2006 }, "3027-3036", "691"],
		]);
		assert.deepEqual(pick("geer"), [
			...[
				"thesis",
				"Earl, Saint, Bishop, Skald – and Music: The Orkney Earldom of the Twelfth Century. A Musicological Study",
			],
			...["Uppsala Universitet", { year: 1985 }, undefined, undefined],
		]);
	});
});
