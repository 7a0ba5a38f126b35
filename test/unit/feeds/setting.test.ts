// The setting of feeds: whatever stands there, what can be understood is taken, and the rest is said.
import assert from "node:assert/strict";
import fc from "fast-check";
import { faultText } from "../../../src/core/feeds/faults";
import { readFeeds, settingOf, withFeed, withoutFeed } from "../../../src/core/feeds/setting";
import { readStates, statesText } from "../../../src/core/feeds/states";
import type { FeedState } from "../../../src/core/feeds/feed";
import { feed } from "./support";

suite("The setting of feeds", () => {
	const taken: readonly (readonly [unknown, string, string])[] = [
		[{ arxiv: "cs.CL" }, "arxiv cs.CL", "arXiv cs.CL"],
		[
			{ arxiv: ' cat:cs.CV  AND abs:"whole slide" ' },
			'arxiv cat:cs.CV AND abs:"whole slide"',
			'arXiv cat:cs.CV AND abs:"whole slide"',
		],
		[
			{ url: "https://www.nature.com/nm.rss", name: "Nature Medicine" },
			"web https://www.nature.com/nm.rss",
			"Nature Medicine",
		],
		[{ url: "https://example.org" }, "web https://example.org/", "example.org"],
		[{ url: "feed:https://example.org/a#b" }, "web https://example.org/a", "example.org/a"],
		[{ url: "feed://example.org/a" }, "web https://example.org/a", "example.org/a"],
		[
			{ url: "https://bücher.example/ä b".replace(" ", "%20") },
			"web https://xn--bcher-kva.example/%C3%A4%20b",
			"xn--bcher-kva.example/%C3%A4%20b",
		],
		[{ huggingFace: "daily" }, "huggingFace daily", "Hugging Face daily"],
		[{ huggingFace: "2026-09-04" }, "huggingFace 2026-09-04", "Hugging Face 2026-09-04"],
		[{ pubmed: "pathology[ti]" }, "pubmed pathology[ti]", "PubMed pathology[ti]"],
		[{ mail: "C:\\Mails\\Alerts\\" }, "mail C:\\Mails\\Alerts\\", "Alerts"],
		[{ mail: "alerts", more: 1 }, "mail alerts", "alerts"],
	];
	for (const [entry, key, name] of taken) {
		test(`takes ${JSON.stringify(entry)}`, () => {
			const { feeds, faults } = readFeeds([entry]);
			assert.deepEqual([feeds.map(found => [found.key, found.name]), faults], [[[key, name]], []]);
		});
	}

	const refused: readonly (readonly [unknown, string])[] = [
		["cs.CL", "feed-no-object"],
		[null, "feed-no-object"],
		[["cs.CL"], "feed-no-object"],
		[{}, "feed-no-kind"],
		[{ arxiv: "cs.CL", url: "https://a.example" }, "feed-two-kinds"],
		[{ arxiv: 7 }, "feed-no-text"],
		[{ arxiv: "cs.CL", name: ["a"] }, "feed-no-text"],
		[{ arxiv: "  " }, "value-empty"],
		[{ arxiv: "(cat:cs.CL" }, "value-unbalanced"],
		[{ arxiv: "cs.CL) OR (all:x" }, "value-unbalanced"],
		[{ pubmed: '"open' }, "value-unbalanced"],
		[{ arxiv: "x".repeat(1001) }, "value-too-long"],
		[{ pubmed: "a\nb" }, "value-control"],
		[{ url: "http://a.example/feed" }, "value-no-https"],
		[{ url: "javascript:alert(1)" }, "value-no-https"],
		[{ url: "file:///etc/passwd" }, "value-no-https"],
		[{ url: "a.example/feed" }, "value-no-https"],
		[{ url: "https://me:secret@a.example/" }, "value-password"],
		[{ huggingFace: "yesterday" }, "value-no-day"],
		[{ huggingFace: "2026-02-30" }, "value-no-day"],
	];
	for (const [entry, code] of refused) {
		test(`says of ${JSON.stringify(entry).slice(0, 60)} what was expected`, () => {
			const { feeds, faults } = readFeeds([{ arxiv: "cs.AI" }, entry]);
			assert.equal(feeds.length, 1);
			assert.deepEqual(
				faults.map(found => [found.code, found.entry]),
				[[code, 2]],
			);
			assert.match(faults.map(faultText).join(), /^Feed 2: .{10,}\.$/);
		});
	}

	test("names a feed that stands there twice, and takes no more than a hundred", () => {
		const twice = readFeeds([{ arxiv: "cs.CL" }, { arxiv: " cs.CL", name: "again" }]);
		assert.deepEqual([twice.feeds.length, twice.faults.map(faultText)], [1, ["Feed 2: It is the same as feed 1."]]);
		const many = readFeeds(Array.from({ length: 150 }, (_, i) => ({ arxiv: `abs:word${i}` })));
		assert.deepEqual([many.feeds.length, many.faults.map(({ code }) => code)], [100, ["feeds-too-many"]]);
		assert.deepEqual(
			readFeeds("cs.CL").faults.map(({ code }) => code),
			["feeds-no-list"],
		);
	});

	test("adding and removing a feed leaves alone what is not understood", () => {
		const value = [{ arxiv: "cs.CL" }, "?", { url: "http://old.example" }];
		const added = withFeed(value, feed({ pubmed: "owls", name: "Owls" }));
		assert.deepEqual(added, [...value, { name: "Owls", pubmed: "owls" }]);
		assert.deepEqual(withFeed(added, feed({ pubmed: "owls" })), [...value, { pubmed: "owls" }]);
		assert.deepEqual(withoutFeed(added, "pubmed owls"), value);
		assert.deepEqual(withoutFeed({}, "x"), []);
	});

	test("any value gives an answer, and a feed that was read is read again as itself", () => {
		const entry = fc.oneof(
			fc.anything(),
			fc.record(
				{ name: fc.string(), arxiv: fc.string(), url: fc.webUrl({ validSchemes: ["https"] }) },
				{ requiredKeys: [] },
			),
			fc.record({ url: fc.webUrl({ validSchemes: ["https", "http"] }) }),
			fc.record({ pubmed: fc.string({ unit: "binary" }), name: fc.string() }),
		);
		fc.assert(
			fc.property(fc.oneof(fc.array(entry), fc.anything()), value => {
				const { feeds, faults } = readFeeds(value);
				faults.map(faultText);
				const again = readFeeds(feeds.map(settingOf));
				assert.deepEqual(again, { feeds, faults: [] });
			}),
			{ seed: 8, numRuns: 400 },
		);
	});
});

suite("What is kept of feeds between fetches", () => {
	const full: FeedState = {
		since: "2026-09-04",
		checked: "2026-09-11T10:00:00.000Z",
		fetched: "2026-09-11T10:00:00.000Z",
		notBefore: "2026-09-11T11:00:00.000Z",
		validators: { etag: '"abc"', modified: "Fri, 11 Sep 2026 10:00:00 GMT" },
		fault: { code: "fetch-refused", args: ["500", "broken"] },
		brought: 12,
		left: { count: 3, until: "2026-09-03" },
		seen: Array.from({ length: 20 }, (_, i) => i.toString(16).padStart(12, "0")),
	};

	test("is a text that gives it back, in which one feed's change touches its own lines alone", () => {
		const one = new Map([
			["arxiv cs.CL", full],
			["web https://a.example/", { seen: [] }],
		]);
		assert.deepEqual(readStates(statesText(one)), one);
		const other = new Map([
			["web https://a.example/", { seen: [], brought: 1 }],
			["arxiv cs.CL", full],
		]);
		const lines = (text: string): readonly string[] => text.split("\n");
		const before = lines(statesText(one));
		const changed = lines(statesText(other)).filter(line => !before.includes(line));
		assert.deepEqual(
			changed.map(line => line.trim()),
			['"brought": 1,'],
		);
	});

	test("any text gives an answer, and damaged values count as not there", () => {
		assert.deepEqual([...readStates("{")], []);
		const damaged =
			'{"a":{"since":"soon","seen":["xyz 0123456789ab", 7],"left":{"count":-1},"validators":{"etag":"a\\nb"}},"b":[]}';
		assert.deepEqual(
			[...readStates(damaged)],
			[
				["a", { validators: {}, seen: ["0123456789ab"] }],
				["b", { seen: [] }],
			],
		);
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), text => {
				const states = readStates(text);
				assert.deepEqual(readStates(statesText(states)), states);
			}),
			{ seed: 8, numRuns: 300 },
		);
	});
});
