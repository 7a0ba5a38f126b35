// Completion in the real editor: in every language the works that are meant, and an accepted paper of the shelf in one undo.
import * as vscode from "vscode";
import { equal, ok } from "./assert";
import { activated, closeAll, openWithCursor, textOf, waitUntil, withCursor, write } from "./support";

const entries = [
	"@article{smith2020maps,\n  author = {Smith, Anna},\n  title = {Maps of Tumours},\n  year = {2020},\n}",
	"@book{zz9,\n  author = {Müller, Jörg},\n  title = {Hidden Markov Models},\n  year = {1999},\n}\n",
].join("\n\n");

async function itemsAt(editor: vscode.TextEditor): Promise<readonly vscode.CompletionItem[]> {
	const { document, selection } = editor;
	const list = await vscode.commands.executeCommand<vscode.CompletionList>(
		"vscode.executeCompletionItemProvider",
		document.uri,
		selection.active,
		undefined,
		10,
	);
	// Others complete here, too: words of the document, snippets.
	return list.items.filter(({ label }) => typeof label === "object");
}

function nameOf({ label }: vscode.CompletionItem): string {
	return typeof label === "object" ? label.label : label;
}

/** Does what the editor does when a row is accepted. */
async function accept(editor: vscode.TextEditor, item: vscode.CompletionItem): Promise<void> {
	const { document } = editor;
	const edit = new vscode.WorkspaceEdit();
	ok(item.range instanceof vscode.Range, "the row says what it replaces");
	const text = item.insertText instanceof vscode.SnippetString ? item.insertText.value : item.insertText;
	edit.replace(document.uri, item.range, text ?? "");
	for (const each of item.additionalTextEdits ?? []) edit.replace(document.uri, each.range, each.newText);
	await vscode.workspace.applyEdit(edit);
	if (item.command) {
		await vscode.commands.executeCommand(item.command.command, ...((item.command.arguments ?? []) as unknown[]));
	}
}

/** File, text before, words that find the entry by its title, text after. */
const languages: readonly (readonly [file: string, before: string, after: string])[] = [
	["tex", "\\bibliography{FILE}\nAs \\citep[see][3]{hidden mark|}.\n", "As \\citep[see][3]{zz9}.\n"],
	["md", "---\nbibliography: FILE.bib\n---\n\nAs [see @hidden mark|].\n", "As [see @zz9].\n"],
	["qmd", "---\nbibliography: FILE.bib\n---\n\nAs @zz|\n", "As @zz9\n"],
	["Rmd", "---\nbibliography: FILE.bib\n---\n\nAs \\citet{hidden mark|}\n", "As \\citet{zz9}\n"],
	["typ", '#bibliography("FILE.bib")\nAs #cite(<hidden mark|>)\n', "As #cite(<zz9>)\n"],
	["rst", "As :cite:p:`hidden mark|`.\n\n.. bibliography:: FILE.bib\n", "As :cite:p:`zz9`.\n"],
	["adoc", ":bibtex-file: FILE.bib\n\nAs cite:[hidden mark|]\n", "As cite:[zz9]\n"],
	["org", "#+bibliography: FILE.bib\n\nAs [cite:@hidden mark|]\n", "As [cite:@zz9]\n"],
	["md", "---\nbibliography: FILE.bib\n---\n\nAs {cite:p}`hidden mark|`\n", "As {cite:p}`zz9`\n"],
	["md", "---\nbibliography: FILE.bib\n---\n\nAs #cite: hidden mark|\n", "As [@zz9]\n"],
];

suite("completion", () => {
	teardown(closeAll);

	languages.forEach(([extension, before, after], index) => {
		test(`an entry is found by words of its title in ${before.replace(/\s+/g, " ")}`, async () => {
			await activated();
			const name = `complete${index}`;
			await write(`${name}.bib`, entries);
			const editor = await openWithCursor(`${name}.${extension}`, before.replace("FILE", name));
			const [first] = await itemsAt(editor);
			equal(first && nameOf(first), "zz9");
			ok(first, "there is a row");
			await accept(editor, first);
			ok(editor.document.getText().includes(after), editor.document.getText());
		});
	});

	test("rows stand in our order, whatever was typed, and tell what they are about", async () => {
		await activated();
		await write("order.bib", entries);
		const editor = await openWithCursor("order.tex", "\\bibliography{order}\n\\cite{ma|}\n");
		const items = await itemsAt(editor);
		equal(items.slice(0, 2).map(nameOf).join(" "), "smith2020maps zz9");
		for (const { filterText } of items) equal(filterText, "ma");
		const sorted = items.map(({ sortText = "" }) => sortText);
		equal(sorted.join(), [...sorted].sort().join());
		const { documentation } = items[0] ?? {};
		ok(documentation instanceof vscode.MarkdownString, "the row is described");
		ok(documentation.value.includes("Maps of Tumours"), documentation.value);
	});

	test("a paper of the shelf comes with its entry, and one undo takes both back", async () => {
		await activated();
		const bibliography = await write("shelf.bib", entries);
		const before = "\\bibliography{shelf}\nAs \\cite{zz9, hidden strat|}\n";
		const editor = await openWithCursor("shelf.tex", before);
		await waitUntil(async () => (await itemsAt(editor)).some(({ command }) => command), "no paper of the shelf");
		const item = (await itemsAt(editor)).find(({ command }) => command);
		ok(item, "a paper of the shelf is offered");
		equal(item.insertText, "hidden strat");
		await accept(editor, item);
		equal(withCursor(editor), "\\bibliography{shelf}\nAs \\cite{zz9, oakdenrayner2019hidden|}\n");
		ok((await textOf(bibliography)).includes("{oakdenrayner2019hidden,"), await textOf(bibliography));
		await vscode.commands.executeCommand("undo");
		equal(editor.document.getText(), before.replace("|", ""));
		equal(await textOf(bibliography), entries);
	});

	for (const [name, before, keys, after] of [
		["closing.tex", "\\bibliography{closing}\n\\cite{zz|", [",a", "}", "}"], "\\cite{zz9,a}}|"],
		["closing2.tex", "\\bibliography{closing}\n\\cite{zz| as said", ["}", "."], "\\cite{zz9}.| as said"],
		["closing.md", "---\nbibliography: closing.bib\n---\n[@zz|", ["; @a", "]"], "[@zz9; @a]|"],
		["closing.typ", '#bibliography("closing.bib")\n#cite(<zz|', [", form: none", ")"], "#cite(<zz9>, form: none)|"],
	] as const) {
		test(`what is open is closed behind the key, and can be typed over: ${after}`, async () => {
			await activated();
			await write("closing.bib", entries);
			const editor = await openWithCursor(name, before);
			await waitUntil(async () => (await itemsAt(editor))[0]?.label !== undefined, "no rows");
			const line = () => withCursor(editor).split("\n").at(-1) ?? "";
			const typed = line();
			await waitUntil(async () => {
				await vscode.commands.executeCommand("editor.action.triggerSuggest");
				await new Promise(resolve => setTimeout(resolve, 300));
				await vscode.commands.executeCommand("acceptSelectedSuggestion");
				return line() !== typed;
			}, "the row is not accepted");
			ok(/\|[}\])]/.test(line()), line());
			for (const text of keys) {
				await vscode.commands.executeCommand("type", { text });
				await new Promise(resolve => setTimeout(resolve, 200));
			}
			equal(line(), after);
		});
	}

	test("a cell of a notebook is completed with the bibliography of its notebook", async () => {
		await activated();
		await write("cells.bib", entries);
		const cells = [
			{ cell_type: "markdown", metadata: {}, source: ["---\n", "bibliography: cells.bib\n", "---\n"] },
			{ cell_type: "markdown", metadata: {}, source: ["As [@hidden mark]"] },
		];
		const uri = await write("cells.ipynb", JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
		const notebook = await vscode.workspace.openNotebookDocument(uri);
		const cell = notebook.cellAt(1).document;
		const list = await vscode.commands.executeCommand<vscode.CompletionList>(
			"vscode.executeCompletionItemProvider",
			cell.uri,
			cell.positionAt(cell.getText().length - 1),
		);
		const first = list.items.find(({ label }) => typeof label === "object");
		equal(first && nameOf(first), "zz9");
	});

	test("nothing is offered where no key belongs", async () => {
		await activated();
		await write("none.bib", entries);
		for (const text of ["Text |", "% \\cite{ma|}", "me@exam|ple.org", "\\emph{some words, ma|}"]) {
			const editor = await openWithCursor("none.tex", `\\bibliography{none}\n${text}\n`);
			equal((await itemsAt(editor)).length, 0, text);
			await closeAll();
		}
	});

	test("the setting leaves out entries, or all", async () => {
		await activated();
		await write("set.bib", entries);
		const editor = await openWithCursor("set.tex", "\\bibliography{set}\nAs \\cite{hidden|}\n");
		const settings = vscode.workspace.getConfiguration("citeshelf", editor.document.uri);
		try {
			await settings.update("completion", "shelf");
			ok(
				(await itemsAt(editor)).every(({ command }) => command),
				"papers of the shelf alone",
			);
			await settings.update("completion", "off");
			equal((await itemsAt(editor)).length, 0);
		} finally {
			await settings.update("completion", undefined);
		}
	});

	test("a bibliography offers types, fields that are missing, and what it has", async () => {
		await activated();
		let count = 0;
		const at = async (marked: string) => {
			const editor = await openWithCursor(`self${++count}.bib`, entries + marked);
			return (await itemsAt(editor)).map(nameOf);
		};
		equal((await at("\n@inpro|"))[0], "inproceedings");
		equal((await at("\n@article{a,\n  title = {T},\n  |\n}"))[0], "author");
		equal((await at("\n@article{a,\n  author = {smi|}\n}"))[0], "Smith, Anna");
		equal((await at("\n@inbook{a,\n  crossref = {zz|}\n}"))[0], "zz9");
		equal((await at("\n@article{a,\n  month = j|\n}")).join(" "), "jan jun jul");
		equal((await at("\n@article{a,\n  title = {Map|}\n}")).length, 0);
	});
});
