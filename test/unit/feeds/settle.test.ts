// What fetches come to: digests of what is new, each paper once, cut by date, whatever the order of the feeds.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { digestFileName, digestText } from "../../../src/core/feeds/digestFile";
import type { FeedReading } from "../../../src/core/feeds/feed";
import { readStates, statesText } from "../../../src/core/feeds/states";
import { readDigest } from "../../../src/core/digests/read";
import type { Paper } from "../../../src/core/paper";
import { Works } from "../../../src/core/works/works";
import { arxivPage, bytes, feed, noon, rss, sample, Shelf, type Item } from "./support";

const owls = feed({ url: "https://owls.example/feed" });
const cats = feed({ url: "https://cats.example/feed" });
const arxiv = feed({ arxiv: "cs.CL" });

function papers(items: readonly Item[]): readonly Paper[] {
	return readDigest(bytes(rss(items)), "x").papers;
}

function gives(own: FeedReading["feed"], items: readonly Item[], more: Partial<FeedReading> = {}): FeedReading {
	return { feed: own, papers: papers(items), ...more };
}

const titlesOf = (shelf: Shelf): readonly string[] => shelf.papers.map(({ title }) => title).sort();

suite("Settling a fetch", () => {
	test("each feed's new papers become a digest of the day, and fetching again adds nothing", () => {
		const shelf = new Shelf();
		const reading = gives(owls, [{ title: "An owl at noon" }, { title: "Two owls at night" }]);
		const [first] = shelf.take([reading]);
		assert.deepEqual(
			[first?.digest?.name, first?.digest?.count, first?.digest?.fresh, first?.state.brought],
			["owls.example-feed-2026-09-11.json", 2, 2, 2],
		);
		const [again] = shelf.take([reading]);
		assert.deepEqual([again?.digest, again?.state.brought, shelf.files.size], [undefined, 0, 1]);
	});

	test("a paper whose digest was removed does not come again", () => {
		const shelf = new Shelf();
		const reading = gives(owls, [{ title: "An owl at noon" }]);
		shelf.take([reading]);
		shelf.files.clear();
		assert.equal(shelf.take([reading])[0]?.digest, undefined);
	});

	test("a record that adds to a work of the shelf is kept, one that does not is left out", () => {
		const shelf = new Shelf();
		shelf.take([gives(owls, [{ title: "An owl at noon sees more than one at night" }])]);
		const published = { title: "An owl at noon sees more than one at night", doi: "10.5555/owl.1" };
		const [settled] = shelf.take([gives(cats, [published, { title: "A cat" }])]);
		assert.deepEqual([settled?.digest?.count, settled?.digest?.fresh], [2, 1]);
		assert.equal(shelf.take([gives(feed({ url: "https://c.example" }), [published])])[0]?.digest, undefined);
		const works = new Works(
			Array.from(shelf.files, ([name, text]) => [name, readDigest(bytes(text), name).papers]),
		);
		assert.equal(works.size, 2);
	});

	test("two feeds that bring the same paper give it once", () => {
		const shelf = new Shelf();
		const same = [{ title: "An owl and a cat went to sea", doi: "10.5555/sea" }];
		shelf.take([gives(owls, same), gives(cats, same)]);
		assert.deepEqual(titlesOf(shelf), ["An owl and a cat went to sea"]);
	});

	test("more than 500 papers are cut after a whole day, and the next fetches bring the rest", () => {
		const items = Array.from({ length: 730 }, (_, i) => ({
			title: `Owl number ${i} of the long list`,
			day: `2026-0${1 + Math.floor(i / 100)}-1${Math.floor(i / 10) % 10}`,
		}));
		const shelf = new Shelf();
		const reading = gives(owls, items, { validators: { etag: "x" } });
		const [first] = shelf.take([reading]);
		assert.deepEqual(
			[first?.digest?.count, first?.state.left, first?.state.validators],
			[500, { count: 230, until: "2026-05-19" }, undefined],
		);
		const [second] = shelf.take([reading]);
		assert.deepEqual(
			[second?.digest?.count, second?.state.left, second?.state.validators],
			[230, undefined, { etag: "x" }],
		);
		assert.equal(new Set(titlesOf(shelf)).size, 730);
	});

	test("a single day of more than 500 is taken in parts, without days too", () => {
		for (const day of ["2026-09-04", undefined]) {
			const items = Array.from({ length: 1201 }, (_, i) => ({
				title: `Owl ${i} of one day`,
				...(day && { day }),
			}));
			const shelf = new Shelf();
			const counts = [1, 2, 3, 4].map(() => shelf.take([gives(owls, items)])[0]?.digest?.count);
			assert.deepEqual(counts, [500, 500, 201, undefined]);
			assert.equal(new Set(titlesOf(shelf)).size, 1201);
		}
	});

	test("arXiv goes on from the day that was cut, and looks back some days when all came", () => {
		const shelf = new Shelf();
		const list = (from: number, to: number): readonly Paper[] =>
			readDigest(
				bytes(
					arxivPage(
						Array.from({ length: to - from }, (_, i) => ({
							title: `Preprint ${from + i} on owls`,
							arxiv: `2609.${String(10000 + from + i)}`,
							day: `2026-09-0${1 + Math.floor((from + i) / 200)}`,
						})),
					),
				),
				"x",
			).papers;
		const [cut] = shelf.take([{ feed: arxiv, papers: list(0, 900) }]);
		assert.deepEqual(
			[cut?.digest?.count, cut?.state.since, cut?.state.left],
			[400, "2026-09-03", { count: 500, until: "2026-09-02" }],
		);
		const [rest] = shelf.take([{ feed: arxiv, papers: list(400, 900) }]);
		assert.deepEqual([rest?.digest?.count, rest?.state.since, rest?.state.left], [500, "2026-09-07", undefined]);
		const left = { count: 9000, until: "2026-09-07" };
		const [known] = shelf.take([{ feed: arxiv, papers: list(400, 900), left }]);
		assert.equal(known?.state.since, "2026-09-08", "a day without a place to go on at is passed");
	});

	test("a day of arXiv that is received in parts loses nothing", () => {
		const day = "2026-09-04";
		const all = Array.from({ length: 2600 }, (_, i) => ({
			title: `Preprint ${i} on owls`,
			arxiv: `2609.${String(10000 + i)}`,
			day,
		}));
		const shelf = new Shelf();
		const begins: unknown[] = [];
		for (let fetch = 0; fetch < 8; fetch++) {
			const { since, after = 0, left } = shelf.stateOf(arxiv);
			begins.push([since, after, left?.count]);
			if (since === "2026-09-07") break;
			const given = all.slice(after, after + 2000);
			const end = after + given.length;
			const more = end < all.length ? { count: all.length - end, until: day, after: end } : undefined;
			const { papers: read } = readDigest(bytes(arxivPage(given)), "x");
			shelf.take([{ feed: arxiv, papers: read, ...(more && { left: more }) }]);
		}
		assert.deepEqual(begins, [
			[undefined, 0, undefined],
			[day, 0, 2100],
			[day, 0, 1600],
			[day, 0, 1100],
			[day, 2000, 600],
			[day, 2000, 100],
			["2026-09-07", 0, undefined],
		]);
		assert.equal(new Set(shelf.papers.map(({ arxiv: id }) => id)).size, 2600);
	});

	test("a day of PubMed that was taken in part is gone on with, and what is never given is kept to be said", () => {
		const own = feed({ pubmed: "cell" });
		const left = { count: 9, until: "2026-09-05", after: 41_000_000, lost: { there: 12_345, given: 9999 } };
		const [settled] = new Shelf().take([{ feed: own, papers: [], left }]);
		assert.ok(settled);
		const { since, after, left: said } = settled.state;
		assert.deepEqual([since, after], ["2026-09-05", 41_000_000]);
		assert.deepEqual(said, { count: 9, until: "2026-09-05", lost: { there: 12_345, given: 9999 } });
		assert.deepEqual(readStates(statesText(new Map([[own.key, settled.state]]))).get(own.key), settled.state);
	});

	test("searches by time go on after the day up to which they were asked", () => {
		for (const entry of [{ pubmed: "owls" }, { huggingFace: "daily" }]) {
			const own = feed(entry);
			const [left] = new Shelf().take([{ feed: own, papers: [], left: { count: 9, until: "2026-09-05" } }]);
			assert.equal(left?.state.since, "2026-09-06");
			const [all] = new Shelf().take([{ feed: own, papers: [] }]);
			assert.equal(all?.state.since, "2026-09-10");
		}
	});

	test("where nothing changed, all that was known stays", () => {
		const shelf = new Shelf();
		shelf.take([gives(owls, [{ title: "An owl at noon" }], { validators: { etag: "1" } })]);
		const before = shelf.stateOf(owls);
		shelf.take([{ feed: owls, papers: [], isUnchanged: true }], noon + 1000);
		const { checked, fetched, ...after } = shelf.stateOf(owls);
		assert.deepEqual([checked, fetched], ["2026-09-11T12:00:01.000Z", "2026-09-11T12:00:01.000Z"]);
		assert.deepEqual({ ...after, checked: before.checked, fetched: before.fetched }, before);
	});

	test("the same feeds in any order give the same files, and fetched twice they add nothing", () => {
		const item = fc.record(
			{
				title: fc.constantFrom(
					"Owls at noon in the north",
					"Cats at sea in a boat",
					"Bees and their clocks",
					"Ants",
				),
				doi: fc.constantFrom("10.5555/1", "10.5555/2", "10.5555/3"),
				day: fc.constantFrom("2026-09-01", "2026-09-02", "2025-01-01"),
			},
			{ requiredKeys: ["title"] },
		);
		const sources = ["a", "b", "c", "d"].map(name => feed({ url: `https://${name}.example/` }));
		const readings = fc
			.tuple(...sources.map(() => fc.array(item, { maxLength: 5 })))
			.map(lists => lists.map((items, i) => gives(sources[i] ?? owls, items)));
		const filesOf = (shelf: Shelf): readonly string[] => [...shelf.files.values()];
		fc.assert(
			fc.property(
				readings.chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
				([all, shuffled]) => {
					const [one, other] = [new Shelf(), new Shelf()];
					one.take(all);
					other.take(shuffled);
					assert.deepEqual(filesOf(one), filesOf(other));
					const before = one.files.size;
					assert.ok(one.take(shuffled).every(({ digest }) => digest === undefined));
					one.states.clear();
					assert.ok(
						one.take(all).every(({ digest }) => digest === undefined),
						"the shelf itself knows them",
					);
					assert.equal(one.files.size, before);
				},
			),
			{ seed: 8, numRuns: 60 },
		);
	});
});

suite("The digest that a fetch writes", () => {
	test("is read back as the papers that were read, of every sample", () => {
		const names = readdirSync(join(__dirname, "../../../../shared/samples/digests"));
		for (const name of names) {
			const { papers: read } = readDigest(sample(`digests/${name}`), name);
			assert.deepEqual(readDigest(bytes(digestText(read)), "x.digest.json").papers, read, name);
		}
	});

	test("is read back as it was read, also where texts look like mark-up, LaTeX or entities", () => {
		const piece = fc.constantFrom(
			...[
				"owl",
				"<i>x</i>",
				"p<0.05",
				"a<b>c",
				"&amp;",
				"&lt;b&gt;",
				"$x^2$",
				"\\alpha",
				"{x}",
				"A&B",
				"<script>",
			],
			...["x > y", "<sup>2</sup>", "https://a.example/x", "10.5555/abc", "_3", "--", "~", "<jats:p>z</jats:p>"],
		);
		const text = fc.array(piece, { maxLength: 7 }).map(pieces => pieces.join(" "));
		const xml = (written: string): string => written.replace(/&/g, "&amp;").replace(/</g, "&lt;");
		fc.assert(
			fc.property(text, fc.boolean(), (written, isTwice) => {
				const title = `Owl ${isTwice ? xml(xml(written)) : xml(written)} end`;
				const { papers: read } = readDigest(bytes(rss([{ title }])), "x");
				assert.deepEqual(readDigest(bytes(digestText(read)), "x.digest.json").papers, read);
			}),
			{ seed: 8, numRuns: 200 },
		);
	});

	test("has a name of its feed and the day, however the feed is called", () => {
		const names = [
			[{ arxiv: "cs.CL" }, "arxiv-cs.CL-2026-09-11.json"],
			[{ pubmed: '"digital pathology"[ti] AND x' }, "pubmed-digital-pathology-ti-AND-x-2026-09-11.json"],
			[{ huggingFace: "daily" }, "huggingface-2026-09-11.json"],
			[{ huggingFace: "2026-09-04" }, "huggingface-2026-09-04.json"],
			[{ url: "https://www.nature.com/nm.rss" }, "nature.com-nm-2026-09-11.json"],
			[{ url: "https://a.example/x", name: "../../etc/passwd 2020-01-01" }, "etc-passwd-2026-09-11.json"],
			[{ mail: "/home/ada/Alerts/" }, "Alerts-2026-09-11.json"],
			[{ url: "https://a.example/x", name: "⁂ ?" }, "feed-2026-09-11.json"],
			[{ arxiv: "abs:" + "long ".repeat(40) }, "arxiv-abs-long-long-long-long-long-long-long-2026-09-11.json"],
		] as const;
		for (const [entry, name] of names) assert.equal(digestFileName(feed(entry), "2026-09-11"), name);
	});
});
