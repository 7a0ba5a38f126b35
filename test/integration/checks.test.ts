// Findings in the real editor: as diagnostics while one types, with fixes that mend them, at the levels of the settings.
import * as vscode from "vscode";
import { equal, ok } from "./assert";
import { activated, closeAll, openWithCursor, textOf, waitUntil, workspaceFile, write } from "./support";

const entry =
	"@book{knuth1984, author={Knuth, Donald}, title={Literate}, publisher={P}, year=1984, isbn={0-201-89683-4}}\n";

function codes(uri: vscode.Uri): readonly string[] {
	return vscode.languages.getDiagnostics(uri).flatMap(({ source, code }) => {
		return source === "Citeshelf" && typeof code === "object" ? [String(code.value)] : [];
	});
}

async function whenFound(uri: vscode.Uri, expected: readonly string[]): Promise<readonly vscode.Diagnostic[]> {
	await waitUntil(
		() => codes(uri).join() === expected.join(),
		`${expected.join()} was expected: ${codes(uri).join()}`,
	);
	return vscode.languages.getDiagnostics(uri);
}

async function actionsAt(uri: vscode.Uri, range: vscode.Range, kind?: string): Promise<readonly vscode.CodeAction[]> {
	return vscode.commands.executeCommand("vscode.executeCodeActionProvider", uri, range, kind, 50);
}

async function choose(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
	const action = actions.find(each => each.title.startsWith(title));
	ok(action?.edit, `${title}: ${actions.map(each => each.title).join("; ")}`);
	ok(await vscode.workspace.applyEdit(action.edit), "the edit was applied");
}

suite("checks", () => {
	suiteSetup(activated);
	teardown(closeAll);

	test("a key that no entry has is told of, and what was meant takes its place", async () => {
		await write("checks.bib", entry);
		const { document } = await openWithCursor(
			"checks.tex",
			"A \\cite{knuth1984,knuht1984}.|\n\\bibliography{checks}\n",
		);
		const [found] = await whenFound(document.uri, ["undefined-key"]);
		ok(found, "it is there");
		equal(document.getText(found.range), "knuht1984");
		equal(found.severity, vscode.DiagnosticSeverity.Warning);
		const { code } = found;
		ok(typeof code === "object" && code.target.toString().includes("docs/checks.md#undefined-key"), "a link");
		await choose(await actionsAt(document.uri, found.range), "Change to “knuth1984”");
		ok(document.getText().startsWith("A \\cite{knuth1984,knuth1984}."), document.getText());
		await whenFound(document.uri, []);
	});

	test("a change of the bibliography is seen in the manuscript, before it is saved and on disk", async () => {
		const bibliography = await write("fresh.bib", entry);
		const { document } = await openWithCursor("fresh.md", "---\nbibliography: fresh.bib\n---\n\n[@new2024]|\n");
		await whenFound(document.uri, ["undefined-key"]);
		const opened = await vscode.workspace.openTextDocument(bibliography);
		const edit = new vscode.WorkspaceEdit();
		edit.insert(bibliography, opened.positionAt(0), "@misc{new2024, title={N}, year=2024}\n");
		ok(await vscode.workspace.applyEdit(edit), "edited");
		await whenFound(document.uri, []);
		ok(await opened.save(), "saved");
		await write("fresh.bib", entry);
		await whenFound(document.uri, ["undefined-key"]);
	});

	test("a stub is added to the bibliography, which is not open", async () => {
		const bibliography = await write("stub.bib", entry);
		const { document } = await openWithCursor("stub.typ", '@lost2020 |\n#bibliography("stub.bib")\n');
		const [found] = await whenFound(document.uri, ["undefined-key"]);
		ok(found, "it is there");
		await choose(await actionsAt(document.uri, found.range), "Add an entry “lost2020”");
		ok((await textOf(bibliography)).includes("@misc{lost2020"), "the entry is there");
		await whenFound(document.uri, []);
	});

	test("fields of a bibliography are mended one by one, all of a kind, and all that is safe", async () => {
		const text =
			"@misc{a, title={A}, pages={1-2}, doi={doi:10.1000/a}}\n@misc{b, title={B}, pages={3-4}, isbn={0-201-89683-5}}\n";
		await write("fields.bib", text);
		const document = await vscode.workspace.openTextDocument(workspaceFile("fields.bib"));
		await vscode.window.showTextDocument(document);
		await whenFound(document.uri, ["bad-pages", "bad-doi", "bad-pages", "bad-isbn"]);
		const all = new vscode.Range(0, 0, 2, 0);
		await choose(await actionsAt(document.uri, all), "Write 0-201-89683-4");
		await whenFound(document.uri, ["bad-pages", "bad-doi", "bad-pages"]);
		await choose(await actionsAt(document.uri, all), "Fix all 2 of this kind");
		await whenFound(document.uri, ["bad-doi"]);
		await choose(await actionsAt(document.uri, all, "source.fixAll.citeshelf"), "Fix the writing");
		await whenFound(document.uri, []);
		equal(
			document.getText(),
			text.replace("1-2", "1--2").replace("3-4", "3--4").replace("doi:10", "10").replace("683-5", "683-4"),
		);
	});

	test("twins are merged in the text and the bibliography", async () => {
		const bibliography = await write("twins.bib", `${entry}\n${entry.replace("knuth1984", "literate")}`);
		const { document } = await openWithCursor(
			"twins.tex",
			"\\cite{knuth1984} \\cite{literate}|\n\\bibliography{twins}\n",
		);
		const opened = await vscode.workspace.openTextDocument(bibliography);
		await vscode.window.showTextDocument(opened, { preview: false });
		const [found] = await whenFound(bibliography, ["same-work"]);
		ok(found, "it is there");
		await choose(await actionsAt(bibliography, found.range), "Merge into “knuth1984”");
		equal(opened.getText(), entry);
		ok(document.getText().startsWith("\\cite{knuth1984} \\cite{knuth1984}"), document.getText());
	});

	test("the settings say how grave a rule is, and whether anything is checked", async () => {
		await write("levels.bib", entry);
		const { document } = await openWithCursor("levels.org", "#+bibliography: levels.bib\n\n[cite:@nobody]|\n");
		const configuration = vscode.workspace.getConfiguration("citeshelf");
		const target = vscode.ConfigurationTarget.Workspace;
		await whenFound(document.uri, ["undefined-key"]);
		try {
			await configuration.update("checks", { "undefined-key": "error" }, target);
			await waitUntil(() => {
				return vscode.languages.getDiagnostics(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Error;
			}, "it is no error");
			await configuration.update("checks", { "undefined-key": "off" }, target);
			await whenFound(document.uri, []);
			await configuration.update("checks", undefined, target);
			await whenFound(document.uri, ["undefined-key"]);
			await configuration.update("checkCitations", false, target);
			await whenFound(document.uri, []);
		} finally {
			await configuration.update("checks", undefined, target);
			await configuration.update("checkCitations", undefined, target);
		}
	});

	test("what is no citation is let be", async () => {
		await write("quiet.bib", entry);
		const text =
			"---\nbibliography: quiet.bib\n---\n\n@fig-one me@site.org `@code` @doi:10.1000/x [@nobody]|\n\n```python\n@decorator\n```\n";
		const { document } = await openWithCursor("quiet.qmd", text);
		const [found] = await whenFound(document.uri, ["undefined-key"]);
		equal(found && document.getText(found.range), "nobody");
	});
});
