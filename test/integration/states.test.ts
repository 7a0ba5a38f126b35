// Marks, tags and notes in the real editor: where they are kept, merged with what others wrote, and never lost.
import * as vscode from "vscode";
import { equal, ok } from "./assert";
import { activated, closeAll, waitUntil, workspaceFile } from "./support";

const { fs } = vscode.workspace;
const path = ".citeshelf/states.jsonl";
const phikon = "arxiv:2409.09173";
const hidden = "arxiv:1909.12475";

const settings = () => vscode.workspace.getConfiguration("citeshelf");
const run = async (command: string, ids: readonly string[]) =>
	vscode.commands.executeCommand<undefined>(`citeshelf.${command}`, { ids });
const file = async () => {
	try {
		return new TextDecoder().decode(await fs.readFile(workspaceFile(path)));
	} catch {
		return "";
	}
};
const has = (text: string) => async () => (await file()).includes(text);

suite("states of papers", () => {
	suiteSetup(async () => {
		await activated();
		await settings().update("keepStates", undefined, vscode.ConfigurationTarget.Workspace);
	});
	suiteTeardown(async () => {
		await settings().update("keepStates", undefined, vscode.ConfigurationTarget.Workspace);
		await fs.delete(workspaceFile(".citeshelf"), { recursive: true });
	});
	teardown(closeAll);

	const found = async (query: string) => {
		const api = await activated();
		return (await api.search(query)).map(({ paper }) => paper.id);
	};

	test("private marks are found, and come along into the workspace when that is chosen", async () => {
		await run("toggleLater", [phikon]);
		equal(await found("is:later"), [phikon]);
		equal(await file(), "", "nothing is in the workspace");
		await settings().update("keepStates", "workspace", vscode.ConfigurationTarget.Workspace);
		await waitUntil(has(`{"id":"${phikon}","later":{"on"`), "the mark is not in the workspace");
		equal(await found("is:later"), [phikon]);
	});

	test("what another window or a pull writes is merged, line by line", async () => {
		await run("toggleStar", [hidden]);
		await waitUntil(has(`"id":"${hidden}","starred"`), "the star is not written");
		const theirs = `# theirs\n{"id":"${phikon}","mood":[2,1],"tags":{"to cite":{"on":"2026-02-03T10:00:00.000Z"}}}\n`;
		await fs.writeFile(workspaceFile(path), new TextEncoder().encode(`${await file()}${theirs}`));
		await waitUntil(async () => (await found('tag:"to cite"')).includes(phikon), "the tag is not there");
		await run("toggleDone", [hidden]);
		await waitUntil(has('"done":{"on"'), "the mark is not written");
		const lines = (await file()).trimEnd().split("\n");
		equal(lines.length, 3);
		ok(lines[1]?.includes('"mood":[2,1]') === true && lines[1].includes('"later":{"on"'), lines[1] ?? "");
		equal(lines[2] ?? "", "# theirs");
	});

	test("a file that was cut off keeps what was last good", async () => {
		const before = await file();
		await fs.writeFile(workspaceFile(path), new TextEncoder().encode(before.slice(0, 30)));
		await run("toggleRead", [phikon]);
		await waitUntil(has('"read":{"on"'), "the mark is not written");
		for (const text of ["to cite", '"starred":{"on"', '"later":{"o']) ok((await file()).includes(text), text);
		equal(
			(await fs.readDirectory(workspaceFile(".citeshelf"))).map(([name]) => name),
			["states.jsonl"],
		);
	});

	test("a note is a document; what is saved is the note", async () => {
		await run("editNote", [phikon]);
		const editor = vscode.window.activeTextEditor;
		ok(editor, "an editor is open");
		equal(editor.document.languageId, "markdown");
		await editor.edit(edit => edit.insert(new vscode.Position(0, 0), "Compare with *UNI*.\n"));
		ok(await editor.document.save(), "it can be saved");
		await waitUntil(has("Compare with *UNI*."), "the note is not written");
		equal(await found("is:noted"), [phikon]);
		await editor.edit(edit => edit.insert(new vscode.Position(1, 0), "And with Virchow.\n"));
		ok(await editor.document.save(), "it can be saved again");
		await waitUntil(has("Compare with *UNI*.\\nAnd with Virchow."), "the longer note is not written");
		equal((await file()).split("Compare").length, 2, "the note before is replaced");
	});

	test("hidden papers are in no search, and several papers are marked at once", async () => {
		await run("toggleHidden", [phikon, hidden]);
		equal((await found("is:hidden")).sort(), [hidden, phikon]);
		ok(!(await found("hidden stratification")).includes(hidden), "it is not found");
		await run("toggleHidden", [phikon, hidden]);
		ok((await found("hidden stratification")).includes(hidden), "it is found again");
	});

	test("back in private, what the workspace has comes along", async () => {
		await settings().update("keepStates", "private", vscode.ConfigurationTarget.Workspace);
		// The shelf is read anew when it is known where marks are kept.
		await vscode.commands.executeCommand("citeshelf.reload");
		await run("toggleStar", [phikon]);
		await waitUntil(async () => (await found("is:starred")).length === 2, "both stars are there");
		equal(await found("is:noted"), [phikon]);
		ok(!/"id":"arxiv:2409\.09173"[^\n]*"starred"/.test(await file()), "the file is left alone");
		for (const command of ["toggleStar", "toggleLater", "toggleDone"]) await run(command, [phikon, hidden]);
	});
});
