// Which bibliography an entry goes to when the obvious one cannot be written, or there is none.
import assert from "node:assert/strict";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Editor } from "../pages/editor";
import { story } from "../story";

const text = "---\ntitle: A letter\n---\n\nWho reads slides at night?\n";
const other = "@misc{old2001paper,\n  title = {An old paper},\n}\n";

suite("bibliography", () => {
	story(
		"a read-only bibliography is named, and nothing is changed",
		async editor => {
			const before = { tex: editor.read("main.tex"), bib: editor.read("refs.bib") };
			await editor.open("main.tex");
			await editor.cursorBehind("at a larger scale");
			await citeFirst(editor, "robust foundation pathology", "Towards Robust Foundation");
			const message = editor.notification("refs.bib is read-only. Nothing was changed.");
			await message.waitFor();
			await message.getByRole("button", { name: "Open refs.bib" }).waitFor();
			assert.equal(await editor.page.locator(".tab.dirty").count(), 0);
			assert.equal(await editor.status(/^Cited/).count(), 0);
			await editor.saveAll();
			assert.deepEqual({ tex: editor.read("main.tex"), bib: editor.read("refs.bib") }, before);
		},
		{ settings: { "files.readonlyInclude": { "**/refs.bib": true } } },
	);

	story(
		"a document without any bibliography asks, creates one, declares it, and undo takes all back",
		async editor => {
			const created = () => existsSync(join(editor.folder, "references.bib"));
			rmSync(join(editor.folder, "refs.bib"));
			await editor.open("letter.md");
			await editor.cursorBehind("slides at night");
			await citeFirst(editor, "robust foundation pathology", "Towards Robust Foundation");
			await editor.pick.rowsBecome(
				rows =>
					rows.length === 2 &&
					rows[0]?.label.endsWith("letters/old.bib") === true &&
					rows[1]?.label.endsWith("Create references.bib") === true,
			);
			await editor.press("ArrowDown");
			await editor.pick.highlighted.filter({ hasText: "Create references.bib" }).waitFor();
			await editor.press("Enter");
			await editor.status(/Cited Kömen et al\. 2025 as komen2025robust in references\.bib/).waitFor();
			await editor.saveAll();
			await editor.fileBecomes(
				"letter.md",
				now =>
					now ===
					text
						.replace("title: A letter\n", "title: A letter\nbibliography: references.bib\n")
						.replace("at night?", "at night [@komen2025robust]?"),
			);
			await editor.fileBecomes("references.bib", now => now.startsWith("@misc{komen2025robust,"));
			assert.equal(editor.read("letters/old.bib"), other);

			await editor.open("letter.md");
			await editor.undo();
			await editor.unsavedTab("letter.md").waitFor();
			await editor.saveAll();
			await editor.fileBecomes("letter.md", now => now === text);
			assert.equal(created(), false);
		},
		{ files: { "letter.md": text, "letters/old.bib": other } },
	);
});

async function citeFirst(editor: Editor, words: string, title: string): Promise<void> {
	await editor.command("Citeshelf: Insert citation…");
	await editor.pick.type(words);
	await editor.pick.rowsBecome(rows => rows[0]?.label.startsWith(title) ?? false);
	await editor.press("Enter");
}
