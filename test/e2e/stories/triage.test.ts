// The daily work on a digest: what is new, what is to be read, what is done, by keyboard alone; tags, notes, and what is
// followed.
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Editor } from "../pages/editor";
import { focusedLabel, focusedRow, focusTree, step } from "../pages/treeKeys";
import { waitUntil } from "../pages/waiting";
import { story } from "../story";

const abstract =
	"We compare two of them over four hundred nights and find that a simple calibration against the pulse wave halves " +
	"the error without new hardware or any change of workflow, and that nobody had noticed it before.";
const owls = `Snowy owls that read abstracts\n${abstract}\n`;
const file = ".citeshelf/states.jsonl";
const shared = { settings: { "citeshelf.keepStates": "workspace" }, files: { [file]: "" } };

/** What each key says of a paper. */
const said = [
	["s", /; starred; unread$/],
	["r", /^[^;]*;[^;]*$/],
	["l", /; unread; to read later$/],
	["d", /; done$/],
] as const;

suite("triage", () => {
	story(
		"ten papers are triaged by keyboard only",
		async editor => {
			await editor.shelf.icon.waitFor();
			await focusTree(editor);
			await editor.press("ArrowDown");
			await focusedRow(editor, /; \d+ papers$/);
			let hidden = 0;
			const seen = new Set<string>();
			for (let done = 0; done < 10;) {
				const label = await focusedLabel(editor);
				if (/; \d+ papers?$/.test(label)) {
					await openBranch(editor, label);
					await step(editor);
					continue;
				}
				const title = label.split(";")[0] ?? "";
				// A paper may stand in two topics.
				if (seen.has(title)) {
					await step(editor);
					continue;
				}
				seen.add(title);
				const [key, becomes] =
					done % 5 === 4 ? (["h", undefined] as const) : (said[done % 5] ?? ["", undefined]);
				await editor.press(key);
				if (becomes) {
					await labelBecomes(editor, title, becomes);
					await step(editor);
				} else {
					hidden++;
					await editor.shelf.row(title).first().waitFor({ state: "detached" });
					await waitUntil(
						async () => !["", label].includes(await focusedLabel(editor)),
						() => "no row follows the hidden one",
					);
				}
				done++;
			}
			await editor.shelf.message.getByText(`You hid ${hidden} papers (is:hidden)`).waitFor();
			await editor.fileBecomes(file, text => text.trimEnd().split("\n").length === 10);
			const lines = editor.read(file).trimEnd().split("\n");
			const count = (mark: string) => lines.filter(line => line.includes(`"${mark}":{"on"`)).length;
			assert.deepEqual(["starred", "later", "done", "hidden"].map(count), [2, 2, 2, 2]);

			// Several at once: what Shift selects gets one mark.
			for (let label = await focusedLabel(editor); / papers?$/.test(label); label = await focusedLabel(editor)) {
				await openBranch(editor, label);
				await step(editor);
			}
			await editor.press("Shift+ArrowDown");
			await waitUntil(
				async () => (await editor.shelf.tree.locator(".monaco-list-row.selected").count()) === 2,
				() => "two rows are not selected",
			);
			await editor.press("t");
			await editor.pick.type("in pairs");
			await editor.press("Enter");
			await editor.pick.closed();
			await editor.fileBecomes(file, text => text.split('"in pairs":{"on"').length === 3);
			await editor.picture(join(pictures, "triaged.png"));
		},
		shared,
	);

	story("what came since last time stands first until all is marked as seen", async editor => {
		await editor.shelf.open();
		assert.equal(await editor.shelf.row(/^New since last time/).count(), 0);
		writeFileSync(join(editor.folder, "owls.digest.txt"), owls);
		await editor.shelf.row("New since last time; 1 paper").waitFor();
		const [first] = await editor.shelf.rows();
		assert.equal(first?.label, "New since last time; 1 paper");
		await editor.page.getByRole("tab", { name: /^Citeshelf.*1 new paper/ }).waitFor();
		await editor.shelf.expand(/^New since last time/);
		await editor.shelf
			.row(/^Snowy owls that read abstracts; no record; unread; new/)
			.first()
			.waitFor();
		await editor.picture(join(pictures, "new.png"));
		await editor.shelf.rowAction(/^New since last time/, "Mark all as seen");
		await editor.shelf.row(/^New since last time/).waitFor({ state: "detached" });
	});

	story("a note is written in a tab, shown in the panel and found; tags are typed", async editor => {
		await editor.openPaper("phikon biomarker", "Phikon-v2");
		await editor.panel.press("n");
		await editor.text.waitFor();
		await editor.tab("Note on Phikon-v2").waitFor();
		await editor.type("Compare with **UNI**. <b>Ask Ute.</b>");
		await editor.press("Mod+S");
		const page = await editor.panel.document("Phikon-v2");
		await page.getByText("Compare with **UNI**. <b>Ask Ute.</b>").waitFor();

		await editor.command("Citeshelf: Edit tags…");
		await editor.pick.type("to cite");
		await editor.press("Enter");
		await editor.pick.closed();
		await editor.shelf.open();
		await page.getByRole("button", { name: "to cite" }).click();
		await editor.shelf.message.getByText('1 paper matches “tag:"to cite"”').waitFor();
		await editor.shelf.row(/^Phikon-v2.*; note; tags: to cite$/).waitFor();
		await editor.picture(join(pictures, "note.png"));

		await editor.command("Citeshelf: Search papers…");
		await editor.pick.type("is:noted");
		await editor.pick.rowsBecome(rows => rows.length === 1 && rows[0]?.description.includes("to cite") === true);
		await editor.press("Alt+S");
		await editor.pick.rowsBecome(rows => rows[0]?.description.includes("starred") ?? false);
		await editor.press("Escape");
	});

	story(
		"what is followed stands in a branch of its own, marked in row and panel",
		async editor => {
			await editor.shelf.open();
			await editor.shelf.row("Followed; 2 papers").waitFor();
			await editor.shelf.expand(/^Followed/);
			const row = editor.shelf.row(/^Hidden Stratification.*; follows stratification$/).first();
			assert.equal(await row.locator(".highlight").first().innerText(), "Stratification");
			await editor.shelf.click(/^Phikon-v2.*; follows author:"Alexandre Filiot"$/);
			const page = await editor.panel.document("Phikon-v2");
			assert.equal(await page.locator(".authors mark").innerText(), "Alexandre Filiot");
			await editor.picture(join(pictures, "followed.png"));
		},
		{
			settings: {
				"citeshelf.follow": ['author:"Alexandre Filiot"', "stratification"],
				"workbench.colorTheme": "Default High Contrast",
			},
		},
	);

	story(
		"a colleague's file counts as soon as it is pulled, and a file that was cut off loses nothing",
		async editor => {
			await editor.openPaper("hidden stratification", "Hidden Stratification");
			await editor.panel.press("s");
			await editor.fileBecomes(file, text => text.includes('"starred":{"on"'));
			const mine = editor.read(file);
			const theirs = '{"id":"arxiv:2409.09173","later":{"on":"2026-02-03T10:00:00.000Z"}}\n';
			writeFileSync(join(editor.folder, file), `<<<<<<< HEAD\n${mine}=======\n${theirs}>>>>>>> theirs\n`);
			await editor.shelf.open();
			await editor.command("Citeshelf: Filter papers…");
			await editor.pick.fill("is:later|starred");
			await editor.press("Enter");
			await editor.shelf.message.getByText("2 papers match").waitFor();
			writeFileSync(join(editor.folder, file), mine.slice(0, 25));
			await editor.panel.press("d");
			await editor.fileBecomes(file, text => text.endsWith("\n") && text.includes('"done":{"on"'));
			assert.ok(editor.read(file).includes('"starred":{"on"'), editor.read(file));
			rmSync(join(editor.folder, file));
		},
		shared,
	);
});

const pictures = join(__dirname, "../../../.vscode-test/triage");
mkdirSync(pictures, { recursive: true });

async function openBranch(editor: Editor, label: string): Promise<void> {
	const row = editor.shelf.tree.locator(`.monaco-list-row[aria-label=${JSON.stringify(label)}]`);
	if ((await row.getAttribute("aria-expanded")) === "true") return;
	await editor.press("ArrowRight");
	await row.and(editor.page.locator('[aria-expanded="true"]')).waitFor();
}

async function labelBecomes(editor: Editor, title: string, wanted: RegExp): Promise<void> {
	await waitUntil(
		async () => {
			const label = await focusedLabel(editor);
			return label.startsWith(title) && wanted.test(label) ? label : undefined;
		},
		() => `${title} did not become ${String(wanted)}`,
	);
}
