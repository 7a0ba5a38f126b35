// The tree by keyboard alone.
import type { Editor } from "./editor";

/** Shows the view and gives the focus to its tree. */
export async function focusTree(editor: Editor): Promise<void> {
	// The editor gives the focus to a tree that has rows, and a view that was never open has none yet.
	await commandByKeys(editor, "View: Show Citeshelf");
	await editor.shelf.tree.getByRole("treeitem").first().waitFor();
	await commandByKeys(editor, "Citeshelf: Focus on Papers View");
	await editor.shelf.tree.and(editor.page.locator(":focus")).waitFor();
}

/** Runs a command from the palette without the mouse. */
export async function commandByKeys(editor: Editor, name: string): Promise<void> {
	await editor.press("F1");
	await editor.pick.fill(`>${name}`);
	const rows = await editor.pick.rowsBecome(found => found.some(({ label }) => label === name));
	for (let i = rows.findIndex(({ label }) => label === name); i > 0; i--) await editor.press("ArrowDown");
	await editor.pick.highlighted.filter({ hasText: name }).waitFor();
	await editor.press("Enter");
	await editor.pick.closed();
}

/** Moves one row down, and waits until the focus has arrived there. */
export async function step(editor: Editor): Promise<void> {
	const before = await focusedLabel(editor);
	await editor.press("ArrowDown");
	await focused(editor)
		.and(editor.page.locator(`:not([aria-label=${JSON.stringify(before)}])`))
		.waitFor();
}

function focused(editor: Editor) {
	return editor.shelf.tree.locator(".monaco-list-row.focused");
}

/** The spoken label of the row that has the focus. */
export async function focusedLabel(editor: Editor): Promise<string> {
	return (await focused(editor).getAttribute("aria-label")) ?? "";
}

/** Waits until the tree has the focus, on a row whose spoken label is this. */
export async function focusedRow(editor: Editor, label: string | RegExp): Promise<void> {
	await editor.shelf.tree.and(editor.page.locator(":focus")).waitFor();
	await editor.shelf.row(label).and(editor.page.locator(".focused")).waitFor();
}
