// Citations as symbols in the real editor, through its own commands for hover, definition, references and the rest.
import * as vscode from "vscode";
import { equal, ok, rejects } from "./assert";
import { activated, closeAll, nameOf, openWithCursor, textOf, waitUntil, workspaceFile, write } from "./support";

const bib = `@string{jo = {Journal of Maps}}

@article{kim2020,
  author = {Kim, Ann},
  title = {A study of maps},
  journal = jo,
  year = 2020,
  doi = {10.1234/x},
  file = {papers/a.pdf},
}

@inbook{part,
  crossref = {kim2020},
}
`;

/** A manuscript in each language, and what it is after the renaming. */
const manuscripts: Readonly<Record<string, readonly [before: string, after: string]>> = {
	"a.tex": [
		"One \\cite[p.~1]{part, kim2020}.\n\\bibliography{refs}\n",
		"One \\cite[p.~1]{part, kim2020maps}.\n\\bibliography{refs}\n",
	],
	"b.md": [
		"---\nbibliography: refs.bib\n---\n\nTwo [@kim2020] and @kim2020x.\n",
		"---\nbibliography: refs.bib\n---\n\nTwo [@kim2020maps] and @kim2020x.\n",
	],
	"c.typ": [
		'#bibliography("refs.bib")\nThree @kim2020[p. 1].\n',
		'#bibliography("refs.bib")\nThree @kim2020maps[p. 1].\n',
	],
	"d.org": [
		"#+bibliography: refs.bib\nFour [cite:@kim2020].\n",
		"#+bibliography: refs.bib\nFour [cite:@kim2020maps].\n",
	],
	"e.ipynb": [
		'{"cells": [{"cell_type": "markdown", "metadata": {}, "source": ["\\"Five\\" [@kim2020]\\n"]}], "metadata": {"bibliography": "refs.bib"}, "nbformat": 4, "nbformat_minor": 5}\n',
		'{"cells": [{"cell_type": "markdown", "metadata": {}, "source": ["\\"Five\\" [@kim2020maps]\\n"]}], "metadata": {"bibliography": "refs.bib"}, "nbformat": 4, "nbformat_minor": 5}\n',
	],
};

let projects = 0;

/** A folder of its own for each test, as what was open a moment ago is not read again at once. */
async function project(files: Readonly<Record<string, string>>): Promise<readonly [vscode.Uri, vscode.Position]> {
	const folder = `nav${++projects}`;
	const marked = Object.entries(files).find(([, text]) => text.includes("|"));
	ok(marked, "no file has a mark");
	for (const [name, text] of Object.entries({ "refs.bib": bib, ...files })) {
		if (name !== marked[0]) await write(`${folder}/${name}`, text);
	}
	const { document, selection } = await openWithCursor(`${folder}/${marked[0]}`, marked[1]);
	return [document.uri, selection.active];
}

/** A LaTeX document that reads the bibliography. */
function tex(text: string): string {
	return `${text}\n\\bibliography{refs}\n`;
}

const before = Object.fromEntries(Object.entries(manuscripts).map(([name, [text]]) => [name, text]));
const after = Object.fromEntries(Object.entries(manuscripts).map(([name, [, text]]) => [name, text]));

function run<T>(command: string, ...args: readonly unknown[]): Promise<T> {
	return Promise.resolve(vscode.commands.executeCommand<T>(`vscode.${command}`, ...args));
}

/** What a command gives once it gives something, as what it is worked out from is read first. */
async function given<T>(ask: () => Promise<readonly T[] | undefined>): Promise<readonly T[]> {
	let found: readonly T[] = [];
	await waitUntil(async () => (found = (await ask()) ?? []).length > 0, "nothing came");
	return found;
}

function shown({ uri, range: { start } }: vscode.Location): string {
	return `${nameOf(uri)}:${start.line}:${start.character}`;
}

suite("navigation", () => {
	suiteSetup(async () => {
		const api = await activated();
		await api.papers();
	});

	teardown(closeAll);

	suiteTeardown(async () => {
		for (let i = 1; i <= projects; i++) {
			await vscode.workspace.fs.delete(workspaceFile(`nav${i}`), { recursive: true });
		}
	});

	async function hoverAt(marked: string): Promise<string> {
		const at = await project({ "a.tex": tex(marked) });
		const hovers = await given(() => run<vscode.Hover[]>("executeHoverProvider", ...at));
		return hovers.flatMap(({ contents }) => contents.map(one => (one as vscode.MarkdownString).value)).join("\n");
	}

	test("a hover shows the reference of each key of a group, with links and what can be done", async () => {
		const kim = await hoverAt("One \\cite{part, ki|m2020}.");
		ok(kim.includes("Kim, A. (2020). A study of maps. *Journal of Maps*"), kim);
		ok(kim.includes("(https://doi.org/10.1234/x)") && kim.includes("command:citeshelf.openEntry?"), kim);
	});

	test("a hover on a key that is not known says what may be meant", async () => {
		const slip = await hoverAt("One \\cite{part, kim20|200}.");
		ok(slip.includes("**kim2020**"), slip);
		const shelf = await hoverAt("One \\cite{filiot2024ph|ikonv2}.");
		ok(shelf.includes("command:citeshelf.openPaper?"), shelf);
	});

	test("a definition is the entry, in every language, and of a string its own", async () => {
		const marked = {
			"a.tex": tex("\\cite{part, ki|m2020}"),
			"b.md": "---\nbibliography: refs.bib\n---\n[@ki|m2020]\n",
			"c.typ": '#bibliography("refs.bib")\n@ki|m2020\n',
		};
		for (const [name, text] of Object.entries(marked)) {
			const at = await project({ [name]: text });
			const [link] = await given(() => run<vscode.LocationLink[]>("executeDefinitionProvider", ...at));
			ok(link, "no definition");
			equal(
				[nameOf(link.targetUri), link.targetSelectionRange?.start.line, link.targetRange.end.line],
				["refs.bib", 2, 9],
			);
		}
		const at = await project({ "refs.bib": bib.replace("= jo,", "= j|o,") });
		const [link] = await given(() => run<vscode.LocationLink[]>("executeDefinitionProvider", ...at));
		equal(link?.targetSelectionRange?.start.line, 0);
	});

	test("references are the citations of all languages, from a citation and from the entry", async () => {
		const column = (before["e.ipynb"] ?? "").indexOf("kim2020");
		const wanted = ["a.tex:0:22", "b.md:4:6", "c.typ:1:7", "d.org:1:12", `e.ipynb:0:${column}`];
		for (const marked of [
			{ "refs.bib": bib.replace("{kim2020,", "{k|im2020,") },
			{ "a.tex": (before["a.tex"] ?? "").replace("kim2020", "kim|2020") },
		]) {
			const at = await project({ ...before, ...marked });
			let found: readonly string[] = [];
			await waitUntil(async () => {
				const places = await run<vscode.Location[]>("executeReferenceProvider", ...at);
				found = [...new Set(places.map(shown))].sort();
				return found.length > wanted.length;
			}, "not all references came");
			equal(found, [...wanted, "refs.bib:12:14", "refs.bib:2:9"]);
		}
	});

	test("a key is highlighted throughout the document", async () => {
		const at = await project({ "a.tex": tex("\\cite{ki|m2020} \\cite{part,kim2020}") });
		const found = await given(() => run<vscode.DocumentHighlight[]>("executeDocumentHighlights", ...at));
		equal(
			found.map(({ range }) => range.start.character),
			[6, 26],
		);
	});

	test("a key is renamed in the bibliography and in files of every language, and refused where it is taken", async () => {
		const marked = (before["a.tex"] ?? "").replace("kim2020", "kim|2020");
		const [uri, position] = await project({ ...before, "a.tex": marked });
		const prepared = await run<{ range: vscode.Range; placeholder: string }>("prepareRename", uri, position);
		equal(prepared.placeholder, "kim2020");
		await rejects(run("executeDocumentRenameProvider", uri, position, "part"), /already/);
		await rejects(run("executeDocumentRenameProvider", uri, position, "a b"), /cannot be written/);
		const edit = await run<vscode.WorkspaceEdit>("executeDocumentRenameProvider", uri, position, "kim2020maps");
		ok(await vscode.workspace.applyEdit(edit), "the edit was not applied");
		const beside = (name: string): vscode.Uri => vscode.Uri.joinPath(uri, "..", name);
		for (const [name, text] of Object.entries(after)) equal(await textOf(beside(name)), text);
		equal(await textOf(beside("refs.bib")), bib.replaceAll("kim2020", "kim2020maps"));
		await vscode.workspace.saveAll(false);
	});

	test("a key is renamed in the cells of a notebook that is open", async () => {
		const [uri, position] = await project({ "a.tex": tex("\\cite{ki|m2020}"), "e.ipynb": before["e.ipynb"] ?? "" });
		const notebook = await vscode.workspace.openNotebookDocument(vscode.Uri.joinPath(uri, "..", "e.ipynb"));
		const edit = await run<vscode.WorkspaceEdit>("executeDocumentRenameProvider", uri, position, "kim");
		ok(await vscode.workspace.applyEdit(edit), "the edit was not applied");
		equal(notebook.cellAt(0).document.getText(), '"Five" [@kim]\n');
		await vscode.workspace.saveAll(false);
	});

	test("a bibliography has an outline, folds, links and selections", async () => {
		const [uri] = await project({ "refs.bib": `|${bib}` });
		const symbols = await given(() => run<vscode.DocumentSymbol[]>("executeDocumentSymbolProvider", uri));
		equal(
			symbols.map(({ name, detail }) => [name, detail]),
			[
				["jo", "{Journal of Maps}"],
				["kim2020", "Kim 2020, A study of maps"],
				["part", "Kim 2020"],
			],
		);
		const folds = await given(() => run<vscode.FoldingRange[]>("executeFoldingRangeProvider", uri));
		equal(
			folds.map(({ start, end }) => [start, end]),
			[
				[2, 8],
				[11, 12],
			],
		);
		const links = await given(() => run<vscode.DocumentLink[]>("executeLinkProvider", uri));
		const targets = links.map(({ target }) => target?.toString() ?? "");
		ok(targets.includes("https://doi.org/10.1234/x"), targets.join(" "));
		ok(
			targets.some(target => target.endsWith("/papers/a.pdf")),
			targets.join(" "),
		);
		const [selection] = await given(() =>
			run<vscode.SelectionRange[]>("executeSelectionRangeProvider", uri, [new vscode.Position(4, 14)]),
		);
		ok(selection, "no selection");
	});

	test("entries say how often they are cited", async () => {
		const [uri] = await project({ ...before, "refs.bib": `|${bib}` });
		await waitUntil(async () => {
			const lenses = await run<vscode.CodeLens[]>("executeCodeLensProvider", uri, 10);
			return lenses.map(({ command }) => command?.title).join() === "cited 5 times,cited once";
		}, "not the right lenses");
	});

	test("keys are coloured by whether they are known, and labelled on request", async () => {
		const [uri] = await project({ "a.tex": tex("|\\cite{kim2020, kim2O20, filiot2024phikonv2}") });
		const legend = await run<vscode.SemanticTokensLegend>("provideDocumentSemanticTokensLegend", uri);
		equal([legend.tokenTypes, legend.tokenModifiers], [["citationKey"], ["unknown", "onShelf"]]);
		let data: readonly number[] = [];
		await waitUntil(async () => {
			const tokens = await run<vscode.SemanticTokens | undefined>("provideDocumentSemanticTokens", uri);
			data = [...(tokens?.data ?? [])];
			return data.length === 15;
		}, "no tokens");
		equal(data, [0, 6, 7, 0, 0, 0, 9, 7, 0, 1, 0, 9, 18, 0, 2]);
		const range = new vscode.Range(0, 0, 3, 0);
		const settings = vscode.workspace.getConfiguration("citeshelf");
		equal((await run<vscode.InlayHint[]>("executeInlayHintProvider", uri, range)).length, 0);
		await settings.update("inlayHints", true, vscode.ConfigurationTarget.Workspace);
		const [hint] = await given(() => run<vscode.InlayHint[]>("executeInlayHintProvider", uri, range));
		await settings.update("inlayHints", undefined, vscode.ConfigurationTarget.Workspace);
		equal([hint?.label, hint?.position.character], ["Kim 2020", 13]);
	});

	test("nothing is said where a feature is off", async () => {
		const settings = vscode.workspace.getConfiguration("citeshelf");
		await settings.update("definitions", "off", vscode.ConfigurationTarget.Workspace);
		const at = await project({ "a.tex": tex("\\cite{ki|m2020}") });
		const found = await run<vscode.LocationLink[]>("executeDefinitionProvider", ...at);
		await settings.update("definitions", undefined, vscode.ConfigurationTarget.Workspace);
		equal(found.length, 0);
	});

	test("the citations of an entry open over it", async () => {
		const [uri] = await project({ "refs.bib": `|${bib}` });
		const argument = { uri: uri.toString(), line: 2, column: 9 };
		await vscode.commands.executeCommand("citeshelf.showCitations", argument);
		await vscode.commands.executeCommand("citeshelf.openEntry", argument);
		equal(vscode.window.activeTextEditor?.selection.active.line, 2);
	});
});
