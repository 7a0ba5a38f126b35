// Digests as they should not be: everything readable is read, what was lost is said with file and line, nothing runs.
import assert from "node:assert/strict";
import type { Editor } from "../pages/editor";
import { story } from "../story";

const hostileTitle = `<script>window.__hacked = 1</script> A title with <img src=x onerror="window.__hacked = 2">`;

const abstract =
	"We describe <img src=x onerror=alert(1)> what a careless page would run, <script>alert(2)</script> and show over " +
	"two hundred digests that text which is only ever text can be read by anyone without any harm to the reader.";

const good = [
	"Dim light and pulse oximeters: a quiet failure",
	"Pulse oximeters lose accuracy in dim light. We compare two detectors over four hundred nights and find that a " +
		"simple calibration against the pulse wave halves the error without new hardware or any change of workflow.",
	"",
].join("\n");

const files = {
	"empty.digest.txt": "",
	"binary.digest.txt": Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256),
	"hostile.digest.txt": [hostileTitle, abstract, "", "A title that nobody wrote an abstract for", ""].join("\n"),
	"x.digest.txt": good,
	"x.digest.csl.json": "title: Dim light and pulse oximeters",
};

suite("bad digests", () => {
	story(
		"what can be read is on the shelf, and the status says what was lost, with file and line",
		async editor => {
			await editor.shelf.open();
			await editor.command("Citeshelf: Show status");
			await editor.pick.box.getByText("58 papers in 5 digests").waitFor();
			const lost = {
				"empty.digest.txt": { line: 1, says: /empty/ },
				"binary.digest.txt": { line: 1, says: /binary data/ },
				"hostile.digest.txt": { line: 4, says: /“A title that nobody wrote an abstract for” has no abstract/ },
				"x.digest.csl.json": { line: 1, says: /not JSON/ },
			};
			for (const [file, { line, says }] of Object.entries(lost)) {
				await editor.pick.fill(file);
				await editor.pick.rowsBecome(rows =>
					rows.some(
						({ label, description, detail }) =>
							label.endsWith(`Line ${String(line)}`) && description === file && says.test(detail),
					),
				);
			}
			await editor.pick.fill("nobody wrote");
			await editor.pick.rowsBecome(rows => rows.length === 1);
			await editor.press("Enter");
			await editor.tab("hostile.digest.txt").waitFor();
			await editor.status("Ln 4, Col 1").waitFor();
			await editor.openPaper("dim light oximeters", "Dim light and pulse oximeters");
		},
		{ files },
	);

	story(
		"markup in a digest is shown as text in tree and panel, and nothing of it runs",
		async editor => {
			const dialogs: string[] = [];
			editor.page.on("dialog", dialog => {
				dialogs.push(dialog.message());
				void dialog.dismiss();
			});
			await editor.shelf.open();
			await filterTree(editor, "careless page");
			const row = editor.shelf.row(/^<script>window/).first();
			await row.waitFor();
			assert.ok((await row.innerText()).startsWith("<script>window.__hacked"));
			await row.hover();
			await editor.page.locator(".monaco-hover, .workbench-hover").filter({ hasText: "careless" }).waitFor();
			await editor.shelf.click(/^<script>window/);
			const page = await editor.panel.document(/^<script>window/);
			assert.equal(await editor.panel.title(), hostileTitle);
			assert.equal(await page.locator("article script, article img").count(), 0);
			for (const frame of editor.page.frames()) assert.equal(await frame.evaluate("window.__hacked"), undefined);
			assert.deepEqual(dialogs, []);
		},
		{ files },
	);
});

async function filterTree(editor: Editor, query: string): Promise<void> {
	await editor.shelf.titleAction("Filter papers…");
	await editor.pick.fill(query);
	await editor.press("Enter");
}
