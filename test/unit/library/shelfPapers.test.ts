// The papers as the editor's side takes them in from the engine: in pages, only what changed, known by every id.
import { deepEqual, equal, ok } from "node:assert/strict";
import type { Ask } from "../../../src/engine/engine";
import { Shelf } from "../../../src/engine/shelf";
import type { Method, Requests } from "../../../src/engine/protocol";
import { ShelfPapers } from "../../../src/library/shelfPapers";

/** An engine whose answers are copies, as those of a worker are, and that counts the whole papers it sends. */
function engine() {
	const shelf = new Shelf();
	let sent = 0;
	const ask = <M extends Method>(method: M, params: Requests[M]["params"]) => {
		const answer = structuredClone(shelf.serve(method, params));
		if (method === "works") {
			const { works } = answer as Requests["works"]["answer"];
			sent += works.filter(work => typeof work !== "string").length;
		}
		return Promise.resolve(answer);
	};
	const read = (source: string, text: string) =>
		shelf.serve("read", { source, digest: { name: source, content: new TextEncoder().encode(text) } });
	return { shelf, ask: ask as Ask, read, sent: () => sent };
}

const entry = (i: number, more = "") =>
	`@article{k${i}, title={A study of the ${i}th kind of retinal vessels}, ${more}}\n`;

suite("papers taken in from the engine", () => {
	test("come in pages, each once, and only what changed comes again, as the same objects", async () => {
		const { ask, read, sent, shelf } = engine();
		read("a.bib", Array.from({ length: 450 }, (_, i) => entry(i)).join(""));
		const first = await new ShelfPapers().renewed(ask, true);
		equal(first.papers.size, 450);
		equal(first.papersIn("a.bib").length, 450);
		equal(sent(), 450);

		read("b.bib", entry(7, "doi={10.1234/seven}, abstract={Now with its abstract.}") + entry(8));
		const second = await first.renewed(ask, false);
		equal(second.papers.size, 450);
		equal(sent(), 452);
		const seventh = first.papersIn("a.bib")[7]?.id ?? "";
		deepEqual(first.changeTo(second), {
			added: ["doi:10.1234/seven"],
			changed: [first.papersIn("a.bib")[8]?.id],
			removed: [seventh],
			marked: [],
		});
		equal(second.idOf(seventh), "doi:10.1234/seven");
		equal(second.paper(seventh)?.abstract, "Now with its abstract.");
		ok(second.idsOf("doi:10.1234/seven").includes(seventh));
		deepEqual(
			second.placesOf(seventh).map(({ source, place }) => [source, place]),
			[
				["a.bib", 8],
				["b.bib", 1],
			],
		);
		equal(second.papersIn("a.bib")[9], first.papersIn("a.bib")[9]);
		equal(second.papersIn("a.bib")[8], first.papersIn("a.bib")[8], "a second appearance changes no paper");

		// The same content read again is no change.
		read("b.bib", entry(7, "doi={10.1234/seven}, abstract={Now with its abstract.}") + entry(8));
		deepEqual(second.changeTo(await second.renewed(ask, false)), {
			added: [],
			changed: [],
			removed: [],
			marked: [],
		});
		shelf.serve("forget", { source: "b.bib" });
		const third = await second.renewed(ask, false);
		equal(third.idOf(seventh), seventh);
		equal(third.paper("doi:10.1234/seven"), undefined);
	});

	test("of an engine that was started anew are the same objects when they are equal", async () => {
		const [one, other] = [engine(), engine()];
		for (const { read } of [one, other]) read("a.bib", entry(1) + entry(2));
		const first = await new ShelfPapers().renewed(one.ask, true);
		const second = await first.renewed(other.ask, true);
		deepEqual(first.changeTo(second), { added: [], changed: [], removed: [], marked: [] });
		equal(second.papersIn("a.bib")[0], first.papersIn("a.bib")[0]);
	});

	test("stand in the order of the digests, whichever was read first", async () => {
		const { ask, read, shelf } = engine();
		read("b.bib", entry(1));
		read("a.bib", entry(2));
		shelf.serve("arrange", { sources: ["a.bib", "b.bib"] });
		const papers = await new ShelfPapers().renewed(ask, true);
		deepEqual(
			Array.from(papers.papers.values(), ({ title }) => title),
			["A study of the 2th kind of retinal vessels", "A study of the 1th kind of retinal vessels"],
		);
	});

	test("are hidden when all that has them is announcements to hide, and only then", async () => {
		const paper = {
			id: "arxiv:1",
			title: "x",
			abstract: "",
			authors: [],
			type: "article",
			keywords: [],
			links: [],
		};
		const work = (id: string, ...announced: ("new" | "replacement" | "cross-list" | undefined)[]) => ({
			paper: { ...paper, id },
			ids: [id],
			places: announced.map((how, i) => ({ source: `${i}`, place: 1, ...(how && { announced: how }) })),
		});
		const works = [
			work("replaced", "replacement", "replacement"),
			work("new", "replacement", "new"),
			work("elsewhere", "replacement", undefined),
			work("both", "replacement", "cross-list"),
		];
		const ask = (() => Promise.resolve({ total: 4, revision: 1, works })) as unknown as Ask;
		const papers = await new ShelfPapers().renewed(ask, true);
		const hidden = (...kinds: string[]) => [...papers.papers.keys()].filter(id => papers.isAnnouncedAs(id, kinds));
		deepEqual(hidden(), []);
		deepEqual(hidden("replacement"), ["replaced"]);
		deepEqual(hidden("replacement", "cross-list"), ["replaced", "both"]);
		deepEqual(hidden("cross-list"), []);
	});
});
