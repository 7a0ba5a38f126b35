// One work, one paper, in the real editor: appearances, preprint and published version, and ids that go on to hold.
import * as vscode from "vscode";
import { equal, ok } from "./assert";
import { activated, closeAll, openWithCursor, textOf, withCursor, workspaceFile, write } from "./support";

const title = "Oximeters at dusk: a calibration of pulse waves against dim light";
const abstract =
	"Pulse oximeters lose accuracy in dim light. We calibrate them against the pulse wave over four hundred nights, and " +
	"find that the error is halved without new hardware or any change of the clinical workflow.";
const preprint = `@misc{weiss2023, title={${title}}, author={Wei{\\ss}, Ute and Roy, Ana}, year={2023},
eprint={2312.09999}, archiveprefix={arXiv}, abstract={${abstract}}}`;
const published = `@article{weiss2024, title={${title}}, author={Wei{\\ss}, Ute}, year={2024}, month=mar,
journal={Journal of Oximetry}, doi={10.1234/oxi.77}}`;
const names = ["dusk-2024-11-21.digest.txt", "preprint.digest.bib", "published.digest.bib"];

async function reload(): Promise<void> {
	await vscode.commands.executeCommand("citeshelf.reload");
}

/** The title of the reading panel's tab. */
function panelTitle(): string | undefined {
	const tabs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
	return tabs.find(({ input }) => input instanceof vscode.TabInputWebview)?.label;
}

async function waitFor(what: string, is: () => boolean): Promise<void> {
	for (let tries = 0; tries < 100 && !is(); tries++) await new Promise(resolve => setTimeout(resolve, 50));
	ok(is(), what);
}

suite("one work, one paper", () => {
	teardown(async () => {
		await closeAll();
		for (const name of names) {
			try {
				await vscode.workspace.fs.delete(workspaceFile(name));
			} catch {
				// It was not written, or is gone already.
			}
		}
		await reload();
	});

	test("the same paper in three digests is one paper with three appearances, and one hit", async () => {
		const api = await activated();
		const before = (await api.papers()).length;
		await write(
			names[0] ?? "",
			`A first title in the digest of that day\n${abstract} First.\n${title}\n${abstract}\n`,
		);
		await write(names[1] ?? "", preprint);
		await write(names[2] ?? "", published);
		await reload();
		const papers = await api.papers();
		equal(papers.length, before + 2);
		const id = "doi:10.1234/oxi.77";
		const paper = papers.find(candidate => candidate.id === id);
		ok(paper, "it is known by the DOI of the published version");
		equal([paper.arxiv, paper.doi, paper.venue], ["2312.09999", "10.1234/oxi.77", "Journal of Oximetry"]);
		equal(paper.authors.length, 2, "the fuller list of authors");
		equal(paper.issued ?? {}, { year: 2024, month: 3 }, "the date of the published version");
		ok(paper.abstract.startsWith("Pulse oximeters lose"), "the abstract of the preprint");
		equal(await api.appearances(id), [
			{ digest: "dusk-2024-11-21", place: 2, count: 2, date: { year: 2024, month: 11, day: 21 } },
			{ digest: "preprint", place: 1, count: 1 },
			{ digest: "published", place: 1, count: 1 },
		]);
		equal((await api.appearances("arxiv:2312.09999")).length, 3);
		const hits = await api.search("oximeters dusk calibration");
		equal(hits.filter(hit => hit.paper.title === title).length, 1);
	});

	test("the ids of a preprint go on to open and cite the paper when it is published", async () => {
		const api = await activated();
		await write(names[1] ?? "", preprint);
		await reload();
		const old = "arxiv:2312.09999";
		ok(
			(await api.papers()).some(({ id }) => id === old),
			"the preprint is there",
		);
		await vscode.commands.executeCommand("citeshelf.openPaper", { id: old });
		await waitFor("the panel shows the preprint", () => panelTitle()?.startsWith("Oximeters at dusk") === true);

		await write(names[2] ?? "", published);
		await reload();
		ok(!(await api.papers()).some(({ id }) => id === old), "the paper has a better id");
		equal(panelTitle()?.startsWith("Oximeters at dusk"), true);
		await vscode.commands.executeCommand("citeshelf.openPaper", { id: old });
		equal(panelTitle()?.startsWith("Oximeters at dusk"), true);

		await write("works.bib", "");
		const editor = await openWithCursor("works.md", "---\nbibliography: works.bib\n---\n\nSo it is|.\n");
		await api.insertCitation({ ids: [old, "doi:10.1234/oxi.77"] });
		ok(/So it is \[@\w+\]\|?\./.test(withCursor(editor)), withCursor(editor));
		const bibliography = await textOf(workspaceFile("works.bib"));
		equal(bibliography.match(/@\w+\{/g)?.length, 1, bibliography);
		ok(bibliography.includes("10.1234/oxi.77"), bibliography);
	});
});
