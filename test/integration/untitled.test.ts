// Documents that were never saved: they have what a saved one has, with the bibliography that they would cite from.
import * as vscode from "vscode";
import { equal, ok } from "./assert";
import { activated, closeAll, nameOf, paperId, textOf, waitUntil, withCursor, workspaceFile, write } from "./support";

const entries = "@book{zz9,\n  author = {Müller, Jörg},\n  title = {Hidden Markov Models},\n  year = {1999},\n}\n";

/** A new document with the cursor at the `|`, of a language, or to be the file of a name. */
async function sketch(kind: { readonly language: string } | { readonly file: string }, marked: string) {
	const content = marked.replace("|", "");
	const document =
		"language" in kind
			? await vscode.workspace.openTextDocument({ language: kind.language, content })
			: await vscode.workspace.openTextDocument(workspaceFile(kind.file).with({ scheme: "untitled" }));
	const editor = await vscode.window.showTextDocument(document, { preview: false });
	if ("file" in kind) await editor.edit(builder => builder.insert(new vscode.Position(0, 0), content));
	const position = document.positionAt(marked.indexOf("|"));
	editor.selection = new vscode.Selection(position, position);
	return editor;
}

async function rowsAt({ document, selection }: vscode.TextEditor): Promise<readonly vscode.CompletionItem[]> {
	const list = await vscode.commands.executeCommand<vscode.CompletionList>(
		"vscode.executeCompletionItemProvider",
		document.uri,
		selection.active,
	);
	return list.items.filter(({ label }) => typeof label === "object");
}

function keyOf({ label }: vscode.CompletionItem): string {
	return typeof label === "object" ? label.label : label;
}

async function asked<T>(command: string, { document, selection }: vscode.TextEditor): Promise<readonly T[]> {
	return vscode.commands.executeCommand<readonly T[]>(`vscode.${command}`, document.uri, selection.active);
}

suite("documents that were never saved", () => {
	const settings = () => vscode.workspace.getConfiguration("citeshelf");

	suiteSetup(async () => {
		await (await activated()).papers();
		await write("sketched/sketch.bib", entries);
		// Among several near ones the setting decides.
		await write("sketch2.bib", "");
		await settings().update("bibliography", "sketched/sketch.bib");
	});

	suiteTeardown(async () => {
		await settings().update("bibliography", undefined);
		await vscode.workspace.fs.delete(workspaceFile("sketched"), { recursive: true });
		await vscode.workspace.fs.delete(workspaceFile("sketch2.bib"));
	});

	teardown(closeAll);

	for (const [language, text] of [
		["latex", "As \\cite{hidden mark|}\n"],
		["markdown", "As [@hidden mark|]\n"],
	] as const) {
		test(`in ${language} entries and papers of the shelf are offered`, async () => {
			const rows = await rowsAt(await sketch({ language }, text));
			ok(
				rows.some(row => keyOf(row) === "zz9" && !row.command),
				rows.map(keyOf).join(),
			);
			ok(
				rows.some(({ command }) => command),
				"no paper of the shelf",
			);
		});
	}

	test("an accepted paper of the shelf gets its entry where citing puts it", async () => {
		const editor = await sketch({ language: "latex" }, "As \\cite{hidden strat|}\n");
		await waitUntil(async () => (await rowsAt(editor)).some(({ command }) => command), "no paper of the shelf");
		const { command } = (await rowsAt(editor)).find(row => row.command) ?? {};
		ok(command, "a paper of the shelf is offered");
		await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
		equal(withCursor(editor), "As \\cite{oakdenrayner2019hidden|}\n");
		const bibliography = workspaceFile("sketched/sketch.bib");
		ok((await textOf(bibliography)).includes("{oakdenrayner2019hidden,"), await textOf(bibliography));
		await vscode.commands.executeCommand("citeshelf.insertCitation", {
			ids: [await paperId(await activated(), "Almanac")],
		});
		equal(withCursor(editor), "As \\cite{oakdenrayner2019hidden, zakka2023almanac}|\n");
	});

	test("a document opened by a name reads what the file of that name would", async () => {
		await write("sketched/own/own.bib", entries.replace("zz9", "own9"));
		for (const [file, text] of [
			["sketched/own/new.tex", "\\cite{hidden mark|}"],
			["sketched/own/new.typ", "#cite(<hidden mark|>)"],
		] as const) {
			const rows = await rowsAt(await sketch({ file }, text));
			equal(rows.find(row => !row.command)?.label, rows[0]?.label);
			equal(rows.flatMap(row => (row.command ? [] : [keyOf(row)])).join(), "own9");
			await closeAll();
		}
	});

	test("hover, definition, checks, the lens and renaming know its citations", async () => {
		await write("sketched/sketch.bib", entries);
		const editor = await sketch({ language: "latex" }, "As \\cite{zz|9} and \\cite{zz8}\n");
		const { document } = editor;
		const hovers = await asked<vscode.Hover>("executeHoverProvider", editor);
		const said = hovers.flatMap(({ contents }) => contents.map(each => (each as vscode.MarkdownString).value));
		ok(said.join().includes("Hidden Markov Models"), said.join());
		const [link] = await asked<vscode.LocationLink>("executeDefinitionProvider", editor);
		equal(link && nameOf(link.targetUri), "sketch.bib");
		const codes = () => vscode.languages.getDiagnostics(document.uri).map(({ code }) => JSON.stringify(code));
		await waitUntil(() => codes().some(code => code.includes("undefined-key")), "the unknown key is not reported");
		const bibliography = workspaceFile("sketched/sketch.bib");
		await vscode.workspace.openTextDocument(bibliography);
		const lenses = async () =>
			vscode.commands.executeCommand<readonly vscode.CodeLens[]>("vscode.executeCodeLensProvider", bibliography);
		await waitUntil(
			async () => (await lenses()).some(({ command }) => command?.title === "cited once"),
			"the lens does not count it",
		);
		const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
			"vscode.executeDocumentRenameProvider",
			bibliography,
			new vscode.Position(0, 7),
			"new9",
		);
		await vscode.workspace.applyEdit(edit);
		equal(document.getText(), "As \\cite{new9} and \\cite{zz8}\n");
	});
});
