// Entries kept right in the real editor: updated from the shelf and tidied, as ticked, in one undo step.
import * as vscode from "vscode";
import { ChangePreview } from "../../src/editor/entries/preview";
import { equal, ok } from "./assert";
import { activated, changingShelf, closeAll, openWithCursor, textOf, waitUntil, write } from "./support";

const published =
	"@article{x, title={Lichen Clocks in Northern Towns}, author={Oak, Ann}, year={2024}, journal={Journal of Lichens}, " +
	"volume={3}, pages={1--9}, doi={10.1234/lichen.1}, eprint={2301.98765}, archiveprefix={arXiv}}\n";

const preprint =
	"@misc{mine,\n  title = {{Lichen} clocks in northern towns},\n  author = {Oak, A.},\n  year = {2023},\n" +
	"  eprint = {2301.98765},\n  archivePrefix = {arXiv},\n  note = {Read twice},\n}\n";

/** Runs a command, and presses a key of its list until it has ended. */
async function answering(command: string, key: "acceptSelectedQuickOpenItem" | "closeQuickOpen"): Promise<void> {
	let isDone = false;
	void vscode.commands.executeCommand(command).then(() => (isDone = true));
	// Nothing tells a program that the list is there; before that the key does nothing.
	await waitUntil(async () => {
		await vscode.commands.executeCommand(`workbench.action.${key}`);
		return isDone;
	}, `${command} did not end`);
}

/** Undoes the last change of a file. */
async function undoIn(uri: vscode.Uri): Promise<string> {
	const document = await vscode.workspace.openTextDocument(uri);
	await vscode.window.showTextDocument(document, { preview: false });
	await vscode.commands.executeCommand("undo");
	return document.getText();
}

suite("entries", () => {
	let digest: vscode.Uri | undefined;

	suiteSetup(async () => {
		const api = await activated();
		await changingShelf(api, async () => (digest = await write("lichens.digest.bib", published)));
	});

	teardown(closeAll);

	suiteTeardown(async () => {
		if (digest) await vscode.workspace.fs.delete(digest);
	});

	test("the entry of the key at the cursor is brought up to the published record, and keeps its key", async () => {
		const bibliography = await write("update.bib", `% mine\n${preprint}`);
		await openWithCursor("update.tex", "A \\cite{mi|ne}.\n\\bibliography{update}\n");
		await answering("citeshelf.updateEntry", "acceptSelectedQuickOpenItem");
		const text = await textOf(bibliography);
		ok(text.startsWith("% mine\n@article{mine,\n  title = {{Lichen} clocks in northern towns},\n"), text);
		ok(text.includes("{Journal of Lichens}") && text.includes("10.1234/lichen.1"), text);
		ok(text.includes("  note = {Read twice},\n"), text);
		equal(await undoIn(bibliography), `% mine\n${preprint}`);
	});

	test("the entry at the cursor in a bibliography is updated in place", async () => {
		const editor = await openWithCursor("place.bib", preprint.replace("year", "ye|ar"));
		await answering("citeshelf.updateEntry", "acceptSelectedQuickOpenItem");
		ok(editor.document.getText().startsWith("@article{mine,"), editor.document.getText());
	});

	test("who gives up leaves the entry as it was", async () => {
		const editor = await openWithCursor("left.bib", preprint.replace("year", "ye|ar"));
		await answering("citeshelf.updateEntry", "closeQuickOpen");
		equal(editor.document.getText(), preprint);
		await answering("citeshelf.tidyBibliography", "closeQuickOpen");
		equal(editor.document.getText(), preprint);
	});

	test("tidying adds what is cited and missing, updates, and removes nothing that is not ticked", async () => {
		const idle = "@misc{idle,\n  title = {Cited nowhere},\n}\n";
		const before = `${preprint}\n${idle}`;
		const bibliography = await write("tidy/refs.bib", before);
		await write("tidy/part.tex", "Parts cite \\cite{mine}.\n");
		await openWithCursor(
			"tidy/main.tex",
			"A \\cite{filiot2024phikonv2, unknown}|\n\\input{part}\n\\bibliography{refs}\n",
		);
		await answering("citeshelf.tidyBibliography", "acceptSelectedQuickOpenItem");
		const text = await textOf(bibliography);
		ok(text.startsWith("@article{mine,") && text.includes("Journal of Lichens"), text);
		ok(text.includes(idle), text);
		ok(text.includes("{filiot2024phikonv2,"), text);
		equal(await undoIn(bibliography), before);
	});

	test("a file as it would be is compared with what it is, follows the ticks, and goes with the list", async () => {
		const uri = await write("compared.bib", preprint);
		const preview = new ChangePreview();
		const compared = () =>
			vscode.window.tabGroups.all
				.flatMap(group => group.tabs)
				.flatMap(({ input }) => (input instanceof vscode.TabInputTextDiff ? [input] : []));
		await preview.show([{ uri, text: "% one\n", exists: true }]);
		const [shown] = compared();
		ok(shown, "no comparison is shown");
		equal([shown.original.toString(), await textOf(shown.modified)], [uri.toString(), "% one\n"]);
		await preview.show([{ uri, text: "% two\n", exists: true }]);
		await waitUntil(async () => (await textOf(shown.modified)) === "% two\n", "the comparison did not follow");
		equal(compared().length, 1);
		await preview.close();
		equal(compared().length, 0);
		preview.dispose();
	});

	test("a bibliography with an entry that never ends is left alone", async () => {
		const text = "@misc{a,\n  title = {never closed,\n";
		const editor = await openWithCursor("broken.bib", `|${text}`);
		await vscode.commands.executeCommand("citeshelf.tidyBibliography");
		equal(editor.document.getText(), text);
	});
});
