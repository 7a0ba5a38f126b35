// The shelf in the real editor: the sample, digests of the workspace as they come, change and go, and the search.
import * as vscode from "vscode";
import { equal, ok } from "./assert";
import { activated, changingShelf, write } from "./support";

const digest = [
	"A tale of two detectors: pulse oximeters under dim light",
	"Pulse oximeters lose accuracy in dim light. We compare two detectors over four hundred nights and find that a " +
		"simple calibration against the pulse wave halves the error without new hardware or any change of workflow.",
	"",
].join("\n");

suite("shelf", () => {
	test("the sample shelf has 55 papers, each under a topic", async () => {
		const api = await activated();
		const papers = await api.papers();
		equal(papers.length, 55);
		const grouped = new Set((await api.topics()).flatMap(topic => topic.papers.map(paper => paper.id)));
		equal(
			papers.filter(({ id }) => !grouped.has(id)).map(({ title }) => title),
			[],
			"papers without a topic",
		);
	});

	test("a paper is found in spite of a slip", async () => {
		const api = await activated();
		const [first] = await api.search("mitotic figre detection");
		equal(first?.paper.title, "A bag of tricks for real-time Mitotic Figure detection");
	});

	test("a passage of a manuscript finds what it might cite", async () => {
		const api = await activated();
		const [first] = await api.suggest("Performance may be poor on subsets of patients that were never identified.");
		ok(first?.paper.title.startsWith("Hidden Stratification"), `found ${String(first?.paper.title)}`);
	});

	test("a digest that appears in the workspace comes onto the shelf, and leaves it with its file", async () => {
		const api = await activated();
		const before = (await api.papers()).length;
		let uri: vscode.Uri | undefined;
		await changingShelf(api, async () => (uri = await write("mine.digest.txt", digest)));
		equal((await api.papers()).length, before + 1);
		const [found] = await api.search("oximeters dim light");
		ok(found?.paper.title.startsWith("A tale of two detectors"), "the new paper is found");

		await changingShelf(api, () => write("mine.digest.txt", digest.replace("two", "three")));
		ok(
			(await api.papers()).some(({ title }) => title.startsWith("A tale of three")),
			"the changed title is there",
		);

		const gone = uri;
		ok(gone, "the digest was written");
		await changingShelf(api, () => vscode.workspace.fs.delete(gone));
		equal((await api.papers()).length, before);
	});

	test("records beside a digest give its papers their authors", async () => {
		const api = await activated();
		const uri = await write("with.digest.txt", digest);
		const records = await write(
			"with.digest.csl.json",
			JSON.stringify([
				{
					type: "article-journal",
					title: "A tale of two detectors: pulse oximeters under dim light",
					author: [{ family: "Weiß", given: "Ute" }],
					DOI: "10.1234/dim.5",
				},
			]),
		);
		await vscode.commands.executeCommand("citeshelf.reload");
		const paper = (await api.papers()).find(({ title }) => title.startsWith("A tale of two"));
		equal(paper?.id, "doi:10.1234/dim.5");
		equal(paper?.authors ?? [], [{ family: "Weiß", given: "Ute" }]);
		await vscode.workspace.fs.delete(uri);
		await vscode.workspace.fs.delete(records);
		await vscode.commands.executeCommand("citeshelf.reload");
	});

	test("the sample shelf can be hidden by its setting", async () => {
		const api = await activated();
		const settings = vscode.workspace.getConfiguration("citeshelf");
		await changingShelf(api, () => settings.update("sampleShelf", false, vscode.ConfigurationTarget.Workspace));
		equal((await api.papers()).length, 0);
		await changingShelf(api, () => settings.update("sampleShelf", undefined, vscode.ConfigurationTarget.Workspace));
		equal((await api.papers()).length, 55);
	});

	test("a digest given through the API is kept and read", async () => {
		const api = await activated();
		const { papers } = await api.addPapers({ content: digest, name: "from/another extension.txt" });
		equal(papers, 1);
		ok((await api.search("oximeters"))[0], "its paper is found");
	});
});
