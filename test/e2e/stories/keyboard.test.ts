// The whole way without a mouse: the shelf, a paper, and its citation in the manuscript.
import assert from "node:assert/strict";
import type { Editor } from "../pages/editor";
import { story } from "../story";

suite("keyboard only", () => {
	story("a paper is found in the tree, read, cited with `c`, and previewed with Space", async editor => {
		const before = editor.read("main.tex");
		await editor.press("Mod+P");
		await editor.pick.fill("main.tex");
		await editor.pick.row("main.tex").waitFor();
		await editor.press("Enter");
		await editor.tab("main.tex").waitFor();
		await editor.text.waitFor();
		await editor.cursorBehind("at a larger scale");

		await focusTree(editor);
		await editor.press("ArrowDown");
		await focusedRow(editor, /; \d+ papers$/);
		while (!(await focusedLabel(editor)).startsWith("Digital pathology")) await step(editor);
		await editor.press("ArrowRight");
		await editor.shelf
			.row(/^Digital pathology/)
			.and(editor.page.locator('[aria-expanded="true"]'))
			.waitFor();
		await step(editor);
		const title = (await focusedLabel(editor)).split(";")[0] ?? "";
		await editor.panel.document(title);
		await editor.press("Enter");
		await editor.panel.document(title);
		await focusedRow(editor, title);

		await editor.press("c");
		await editor.status(/Cited .+ in refs\.bib/).waitFor();
		await editor.text.locator(".cursor").waitFor();
		await saveAllByKeys(editor);
		await editor.fileBecomes("main.tex", text => /at a larger scale~\\cite\{\w+\}\.$/m.test(text));
		const key = /at a larger scale~\\cite\{(\w+)\}/.exec(editor.read("main.tex"))?.[1] ?? "";
		assert.equal(
			editor.read("main.tex"),
			before.replace("at a larger scale.", `at a larger scale~\\cite{${key}}.`),
		);
		await editor.fileBecomes("refs.bib", text => text.includes(`{${key},`));

		await commandByKeys(editor, "View: Focus Right Editor Group");
		await commandByKeys(editor, "View: Close Editor");
		await editor.panel.tab(title).waitFor({ state: "detached" });
		await focusTree(editor);
		await focusedRow(editor, title);
		await editor.press("Space");
		await editor.panel.document(title);
		await focusedRow(editor, title);
	});
});

async function focusTree(editor: Editor): Promise<void> {
	// The editor gives the focus to a tree that has rows, and a view that was never open has none yet.
	await commandByKeys(editor, "View: Show Citeshelf");
	await editor.shelf.tree.getByRole("treeitem").first().waitFor();
	await commandByKeys(editor, "Citeshelf: Focus on Papers View");
	await editor.shelf.tree.and(editor.page.locator(":focus")).waitFor();
}

async function commandByKeys(editor: Editor, name: string): Promise<void> {
	await editor.press("F1");
	await editor.pick.fill(`>${name}`);
	const rows = await editor.pick.rowsBecome(found => found.some(({ label }) => label === name));
	for (let i = rows.findIndex(({ label }) => label === name); i > 0; i--) await editor.press("ArrowDown");
	await editor.pick.highlighted.filter({ hasText: name }).waitFor();
	await editor.press("Enter");
	await editor.pick.closed();
}

async function saveAllByKeys(editor: Editor): Promise<void> {
	await commandByKeys(editor, "File: Save All Files");
	await editor.page.locator(".tab.dirty").waitFor({ state: "detached" });
}

/** Moves one row down, and waits until the focus has arrived there. */
async function step(editor: Editor): Promise<void> {
	const before = await focusedLabel(editor);
	await editor.press("ArrowDown");
	await focused(editor)
		.and(editor.page.locator(`:not([aria-label=${JSON.stringify(before)}])`))
		.waitFor();
}

function focused(editor: Editor) {
	return editor.shelf.tree.locator(".monaco-list-row.focused");
}

async function focusedLabel(editor: Editor): Promise<string> {
	return (await focused(editor).getAttribute("aria-label")) ?? "";
}

/** Waits until the tree has the focus, on a row whose spoken label is this. */
async function focusedRow(editor: Editor, label: string | RegExp): Promise<void> {
	await editor.shelf.tree.and(editor.page.locator(":focus")).waitFor();
	await editor.shelf.row(label).and(editor.page.locator(".focused")).waitFor();
}
