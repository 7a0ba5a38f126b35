// The whole way without a mouse: the shelf, a paper, and its citation in the manuscript.
import assert from "node:assert/strict";
import { commandByKeys, focusTree, focusedLabel, focusedRow, step } from "../pages/treeKeys";
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

async function saveAllByKeys(editor: Editor): Promise<void> {
	await commandByKeys(editor, "File: Save All Files");
	await editor.page.locator(".tab.dirty").waitFor({ state: "detached" });
}
