// Which candidates are the record of a paper: identifiers, titles, authors, years and abstracts, case by case, and the
// sample shelf among near twins.

import assert from "node:assert/strict";
import fc from "fast-check";
import type { Candidate, Relation, Wanted } from "../../../src/core/metadata/catalogue";
import { matchPaper, type Match } from "../../../src/core/metadata/match";
import type { Name, Paper } from "../../../src/core/paper";
import { paperId } from "../../../src/core/identity";
import { wanted } from "./answers";
import { candidateOf, localCatalogue, searcher } from "./twins";

const title = "Deep residual networks for the segmentation of retinal vessels";
const abstract =
	"We study how residual networks find vessels in photographs of the retina, and compare them with older filters on " +
	"three public collections of images. Training on small patches helps most where vessels are thin, while the depth of " +
	"the network matters little. All code and every label that was drawn by hand are given to the public.";
const other =
	"Farmers in the valley grow three kinds of beans, whose yields were recorded over eleven seasons. Rain in early spring " +
	"explains half of the difference between years. A simple rule for sowing dates follows and was tried by nine farms.";
const [lee, chen]: readonly Name[] = [
	{ family: "Lee", given: "Ann" },
	{ family: "Chen", given: "Bo" },
];

function record(fields: Partial<Paper>, relations: readonly Relation[] = []): Candidate {
	const all = { title, abstract: "", authors: [], type: "article", keywords: [], links: [], ...fields };
	return { ...candidateOf({ ...all, id: paperId(all) }), relations };
}

function brief(match: Match): string {
	return match.kind === "taken" ? (match.isSure ? "taken" : "taken by title") : match.kind;
}

const authors = lee ? [lee] : [];
const others = chen ? [chen] : [];
const year = (number: number): { year: number } => ({ year: number });

type Case = readonly [name: string, wanted: Partial<Wanted>, candidate: Partial<Paper>, expected: string];

const cases: readonly Case[] = [
	["the same DOI in other letters", { title, doi: "10.1000/AbC" }, { doi: "10.1000/aBc" }, "taken"],
	[
		"the same arXiv identifier and a new title, by its abstract",
		{ title, abstract, arxiv: "2401.00001" },
		{ arxiv: "2401.00001", title: "Vessels, deeply", abstract },
		"taken",
	],
	[
		"the same identifier, but nothing else agrees",
		{ title, arxiv: "2401.00001" },
		{ arxiv: "2401.00001", title: "Beans in the valley" },
		"doubtful",
	],
	["another DOI for the same title", { title, doi: "10.1000/a" }, { doi: "10.1000/b" }, "none"],
	[
		"another arXiv identifier for the same title and abstract",
		{ title, abstract, arxiv: "2401.00001" },
		{ arxiv: "2401.00002", abstract },
		"none",
	],
	[
		"a preprint's DOI beside the published one",
		{ title, abstract, doi: "10.1101/2020.01.01.123456" },
		{ doi: "10.1000/a", abstract },
		"taken",
	],
	["the same title and nothing else known", { title }, {}, "taken by title"],
	[
		"the same title in other dress",
		{ title },
		{ title: "DEEP  RESIDUAL networks for the Segmentation of Retinal Vessels." },
		"taken by title",
	],
	[
		"the same title and an author",
		{ title, authors },
		{ authors: [{ family: "LEE", given: "A." }, ...others] },
		"taken",
	],
	["the same title and other authors", { title, authors }, { authors: others }, "none"],
	["the same title and the next year", { title, issued: year(2023) }, { issued: year(2024) }, "taken"],
	["the same title five years later", { title, issued: year(2018) }, { issued: year(2023) }, "doubtful"],
	[
		"the same title and author, five years later",
		{ title, authors, issued: year(2018) },
		{ authors, issued: year(2023) },
		"doubtful",
	],
	["the same title and abstract", { title, abstract }, { abstract }, "taken"],
	[
		"the same title and an abstract that was cut",
		{ title, abstract },
		{ abstract: `${abstract.slice(0, 150)}…` },
		"taken",
	],
	["the same title and another abstract", { title, abstract }, { abstract: other }, "none"],
	[
		"the same title and author, another abstract",
		{ title, abstract, authors },
		{ authors, abstract: other },
		"doubtful",
	],
	[
		"the same title and abstract, other authors",
		{ title, abstract, authors },
		{ abstract, authors: others },
		"doubtful",
	],
	["a short title that many have", { title: "Introduction" }, { title: "Introduction" }, "doubtful"],
	[
		"British and American spelling",
		{ title: "Modelling tumour colour", authors },
		{ title: "Modeling tumor color", authors },
		"taken",
	],
	[
		"a subtitle that is missing, with author and year",
		{ title: `${title}: a study`, authors, issued: year(2020) },
		{ authors, issued: year(2020) },
		"taken",
	],
	["a subtitle that is missing", { title: `${title}: a study` }, {}, "doubtful"],
	["a new title, by the abstract", { title, abstract }, { title: "VesselNet", abstract }, "taken"],
	[
		"a new title and other authors, by the abstract",
		{ title, abstract, authors },
		{ title: "VesselNet", abstract, authors: others },
		"doubtful",
	],
	[
		"one word replaced",
		{ title, authors, issued: year(2020) },
		{ title: title.replace("retinal", "cardiac"), authors, issued: year(2020) },
		"doubtful",
	],
	[
		"one word replaced, another abstract",
		{ title, abstract, authors },
		{ title: title.replace("retinal", "cardiac"), authors, abstract: other },
		"none",
	],
	[
		"a retracted paper, marked in its title",
		{ title, authors },
		{ title: `RETRACTED ARTICLE: ${title}`, authors },
		"taken",
	],
	["the paper's name in another script", { title, authors }, { authors: [{ literal: "李安" }] }, "taken by title"],
	[
		"mathematics in the title",
		{ title: "MedS$^3$: towards slow thinking" },
		{ title: "MedS³: Towards Slow Thinking" },
		"taken by title",
	],
];

const apart: readonly string[] = [
	`Comment on “${title}”`,
	`Comments on: ${title}`,
	`${title}: a comment`,
	`Reply to “Comment on ${title}”`,
	`Response to: ${title}`,
	`${title} — Reply`,
	`Authors' reply: ${title}`,
	`Erratum: ${title}`,
	`Erratum to: ${title}`,
	`Corrigendum to "${title}"`,
	`Author Correction: ${title}`,
	`Correction to: ${title}`,
	`${title} [Erratum]`,
	`Retraction: ${title}`,
	`Retraction Note: ${title}`,
	`Expression of Concern: ${title}`,
	`Supplementary Material for: ${title}`,
	`Data from: ${title}`,
	`Additional file 3 of ${title}`,
	`Peer Review Report For: ${title}`,
	`Faculty Opinions recommendation of ${title}`,
	`${title}, Part II`,
	`${title} II`,
	`${title} 2`,
	`Part 1: ${title}`,
	`${title} (extended version)`,
	`${title} v2`,
	`${title} without labels`,
	`${title} 2021`,
];

suite("A candidate for a paper", () => {
	for (const [name, paper, candidate, expected] of cases) {
		test(`with ${name}: ${expected}`, () => {
			const match = matchPaper(wanted(paper), [record(candidate)]);
			assert.equal(brief(match), expected, match.reasons.join());
		});
	}

	for (const twin of apart) {
		test(`called “${twin.replace(title, "…")}” is another one, both ways`, () => {
			const known = { authors, issued: year(2020) };
			assert.equal(matchPaper(wanted({ title, ...known }), [record({ title: twin, ...known })]).kind, "none");
			assert.equal(matchPaper(wanted({ title: twin, ...known }), [record(known)]).kind, "none");
			assert.notEqual(matchPaper(wanted({ title, abstract }), [record({ title: twin, abstract })]).kind, "taken");
		});
	}

	test("that says that it is a notice is none", () => {
		const notice = record({ title: `${title}.`, authors }, [{ kind: "notice-of", doi: "10.1000/x" }]);
		assert.equal(matchPaper(wanted({ title: "Notice of something", authors }), [notice]).kind, "none");
	});
});

suite("Several candidates for a paper", () => {
	test("are one work when one is the preprint of the other, though the titles differ", () => {
		const preprint = record({ arxiv: "2401.00001", abstract, authors });
		const published = record({ doi: "10.1000/a", title: "VesselNet", authors, issued: year(2025) });
		const named = record({ ...preprint.paper }, [{ kind: "published", doi: "10.1000/a" }]);
		const match = matchPaper(wanted({ title, abstract }), [published, named]);
		assert.equal(brief(match), "taken");
		assert.equal(match.kind === "taken" && match.candidates.length, 2);
		const apartOnes = matchPaper(wanted({ title, abstract }), [published, preprint]);
		assert.equal(apartOnes.kind === "taken" && apartOnes.candidates.length, 1);
	});

	test("a wrong DOI in a preprint's record brings no other work along", () => {
		const named = record({ arxiv: "2401.00001", abstract, authors }, [{ kind: "published", doi: "10.1000/beans" }]);
		const beans = record({ doi: "10.1000/beans", title: "Beans in the valley", authors: others });
		const match = matchPaper(wanted({ title, abstract, arxiv: "2401.00001" }), [named, beans]);
		assert.deepEqual(match.kind === "taken" && match.candidates, [named]);
	});

	test("with the same title, and nothing that tells them apart, are left to a person", () => {
		const two = [record({ doi: "10.1000/a", authors }), record({ doi: "10.1000/b", authors: others })];
		const match = matchPaper(wanted({ title }), two);
		assert.equal(match.kind, "doubtful");
		assert.ok(match.reasons.includes("several-works"));
		assert.equal(match.candidates.length, 2);
	});

	test("a title decides nothing when another work has it", () => {
		const two = [record({ doi: "10.1000/a", authors }), record({ doi: "10.1000/b", abstract: other })];
		assert.equal(matchPaper(wanted({ title, abstract }), two).kind, "doubtful");
	});

	test("the one whose abstract agrees is taken before one by the title alone", () => {
		const right = record({ doi: "10.1000/a", authors, abstract });
		const match = matchPaper(wanted({ title, abstract }), [record({ doi: "10.1000/b", authors: others }), right]);
		assert.deepEqual(match.kind === "taken" && match.candidates, [right]);
	});

	test("what a person has refused is not offered again", () => {
		const one = record({ doi: "10.1000/a", authors });
		assert.equal(matchPaper(wanted({ title, authors }), [one], { refused: new Set([one.paper.id]) }).kind, "none");
	});
});

suite("The sample shelf among near twins", () => {
	for (const seed of [1, 2]) {
		test(`55 of 55 are right and none is wrong (${String(seed)})`, () => {
			const { papers, sought } = localCatalogue(seed);
			assert.ok(papers.length >= 2000);
			const byTitle = searcher(papers, paper => paper.title);
			const byAbstract = searcher(papers, paper => paper.abstract);
			const wrong = sought.filter(({ wanted: paper, ids }) => {
				const found = new Set([...byTitle(paper.title, 20), ...byAbstract(paper.abstract, 10)]);
				const match = matchPaper(paper, [...found].map(candidateOf));
				return match.kind !== "taken" || !match.candidates.every(one => ids.has(one.paper.id));
			});
			assert.deepEqual(
				wrong.map(({ wanted: paper }) => paper.title),
				[],
			);
			assert.equal(sought.length, 55);
		});
	}

	test("none is taken where the true records are missing", () => {
		const { papers, sought } = localCatalogue(3, true);
		const byTitle = searcher(papers, paper => paper.title);
		const taken = sought.filter(
			({ wanted: paper }) => matchPaper(paper, byTitle(paper.title, 30).map(candidateOf)).kind === "taken",
		);
		assert.deepEqual(
			taken.map(({ wanted: paper }) => paper.title),
			[],
		);
	});

	test("the order of the candidates decides nothing", () => {
		const { papers, sought } = localCatalogue(4);
		const byTitle = searcher(papers, paper => paper.title);
		const pool = sought
			.slice(0, 12)
			.map(({ wanted: paper }) => [paper, byTitle(paper.title, 12).map(candidateOf)] as const);
		fc.assert(
			fc.property(fc.constantFrom(...pool), fc.infiniteStream(fc.nat()), ([paper, candidates], numbers) => {
				const shuffled = candidates
					.map(candidate => [numbers.next().value as number, candidate] as const)
					.sort(([a], [b]) => a - b)
					.map(([, candidate]) => candidate);
				const [one, again] = [matchPaper(paper, candidates), matchPaper(paper, shuffled)];
				assert.equal(again.kind, one.kind);
				if (one.kind !== "taken" || again.kind !== "taken") return;
				assert.deepEqual(new Set(again.candidates), new Set(one.candidates));
			}),
			{ numRuns: 60, seed: 5 },
		);
	});
});
