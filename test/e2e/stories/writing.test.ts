// A writer's whole way: browse, read, search with a slip, cite in two documents, and take it back.
import assert from "node:assert/strict";
import type { Editor } from "../pages/editor";
import { story } from "../story";

suite("writing", () => {
	story("a paper is found in its topic, read, and walked on from with the arrow keys", async editor => {
		await editor.shelf.open();
		await editor.shelf.expand(/^Digital pathology/);
		await editor.shelf.click(/^Towards Robust Foundation Models for Digital Pathology; Kömen et al\., 2025/);
		await editor.panel.document(/Towards Robust Foundation Models/);
		const before = await editor.panel.title();
		await editor.press("ArrowDown");
		const selected = editor.shelf.tree.locator('[role="treeitem"][aria-selected="true"]');
		await editor.shelf.tree.locator('[aria-selected="true"]:not([aria-label^="Towards Robust"])').waitFor();
		const next = ((await selected.first().getAttribute("aria-label")) ?? "").split(";")[0] ?? "";
		assert.notEqual(next, "");
		await editor.panel.document(next);
		await editor.press("ArrowUp");
		await editor.panel.document(before);
	});

	story("a search with a slip previews the paper, and Escape leaves everything as it was", async editor => {
		await editor.open("main.tex");
		await editor.command("Citeshelf: Search papers…");
		await editor.pick.type("mitotc figure detec");
		const [first] = await editor.pick.rowsBecome(rows => rows[0]?.label.startsWith("A bag of tricks") ?? false);
		assert.match(first?.description ?? "", /^Marzahl and Napora 2025 · Digital pathology$/);
		assert.match(first?.detail ?? "", /‹[Mm]itotic›/);
		await editor.panel.document(/A bag of tricks/);
		await editor.press("Escape");
		await editor.pick.closed();
		await editor.panel.tab(/A bag of tricks/).waitFor({ state: "detached" });
	});

	story("Enter opens the highlighted paper, with the searched words marked", async editor => {
		await editor.shelf.open();
		await editor.command("Citeshelf: Search papers…");
		await editor.pick.type("hidden stratification");
		await editor.pick.rowsBecome(rows => rows[0]?.label.startsWith("Hidden Stratification") ?? false);
		await editor.press("Enter");
		const page = await editor.panel.document(/^Hidden Stratification/);
		assert.ok((await page.locator("mark").count()) > 2);
	});

	story(
		"two papers are cited in LaTeX and one in Markdown, and one undo each takes text and entry back",
		async editor => {
			const before = { tex: editor.read("main.tex"), md: editor.read("notes.md"), bib: editor.read("refs.bib") };
			await editor.open("main.tex");
			await editor.cursorBehind("at a larger scale");
			await citeFromPick(editor, {
				pathology: { title: "Towards Robust Foundation Models", marked: /‹pathology›/i },
				"mitotic figre": { title: "A bag of tricks", marked: /‹mitotic›/i },
			});
			await editor.status(/Cited Kömen et al\. 2025 as komen2025robust, Marzahl and Napora 2025/).waitFor();
			await editor.saveAll();
			const cited = "at a larger scale~\\cite{komen2025robust, marzahl2025bag}.";
			await editor.fileBecomes("main.tex", text => text === before.tex.replace("at a larger scale.", cited));
			const bibliography = editor.read("refs.bib");
			assert.ok(bibliography.startsWith(before.bib), "what was in the bibliography is untouched");
			assert.match(bibliography, /@misc\{komen2025robust,[\s\S]*@misc\{marzahl2025bag,/);

			await editor.open("notes.md");
			await editor.cursorBehind("models in radiotherapy");
			await editor.command("Citeshelf: Insert citation…");
			await editor.pick.type("chexmask uncertainty");
			await editor.pick.rowsBecome(rows => rows[0]?.label.startsWith("CheXmask-U") ?? false);
			await editor.press("Enter");
			await editor.status(/Cited Cosarinsky et al\. 2025/).waitFor();
			await editor.saveAll();
			const inMarkdown = "models in radiotherapy [@cosarinsky2025chexmasku].";
			await editor.fileBecomes(
				"notes.md",
				text => text === before.md.replace("models in radiotherapy.", inMarkdown),
			);
			assert.ok(editor.read("refs.bib").includes("@misc{cosarinsky2025chexmasku,"));

			await undoOnce(editor, "notes.md");
			await editor.fileBecomes("notes.md", text => text === before.md);
			await editor.fileBecomes("refs.bib", text => text === bibliography);
			await undoOnce(editor, "main.tex");
			await editor.fileBecomes("main.tex", text => text === before.tex);
			await editor.fileBecomes("refs.bib", text => text === before.bib);
		},
	);

	story("a paper is cited from the reading panel by its key, at the cursor of the manuscript", async editor => {
		await editor.open("paper.qmd");
		await editor.cursorBehind("over eighteen months");
		await editor.shelf.open();
		await editor.command("Citeshelf: Search papers…");
		await editor.pick.type("remaining lifespan");
		await editor.pick.rowsBecome(rows => rows[0]?.label.startsWith("Uncertainty-Aware") ?? false);
		await editor.press("Enter");
		await editor.panel.document(/^Uncertainty-Aware/);
		await editor.panel.press("c");
		await editor.status(/Cited Kenneweg et al\. 2025/).waitFor();
		await editor.saveAll();
		await editor.fileBecomes("paper.qmd", text =>
			text.includes("eighteen months [@kenneweg2025uncertaintyaware]."),
		);
	});

	story("the tree is filtered by a search, says so, and Escape shows all papers again", async editor => {
		await editor.shelf.open();
		const topics = (await editor.shelf.rows()).length;
		await editor.shelf.titleAction("Filter papers…");
		await editor.pick.fill("uncertainty");
		await editor.press("Enter");
		await editor.shelf.message.filter({ hasText: /\d+ papers match “uncertainty”/ }).waitFor();
		await editor.shelf
			.row(/^CheXmask-U/)
			.first()
			.waitFor();
		await editor.shelf.click(/^CheXmask-U/);
		await editor.press("Escape");
		await editor.shelf.message.filter({ hasText: /match/ }).waitFor({ state: "hidden" });
		await editor.shelf.row(/^Digital pathology; \d+ papers/).waitFor();
		assert.equal((await editor.shelf.rows()).filter(({ level }) => level === 1).length, topics);
	});
});

/** A row of a search: only the answer to this search marks these words, rows of the one before may show the paper too. */
interface Wanted {
	readonly title: string;
	readonly marked: RegExp;
}

/** Ticks a paper of each search, and cites them all with Enter. */
async function citeFromPick(editor: Editor, searches: Readonly<Record<string, Wanted>>): Promise<void> {
	await editor.press("Mod+Alt+C");
	for (const [query, { title, marked }] of Object.entries(searches)) {
		await editor.pick.fill(query);
		await editor.pick.rowsBecome(rows =>
			rows.some(({ label, detail }) => label.startsWith(title) && marked.test(detail)),
		);
		await editor.pick.tick(title);
	}
	await editor.pick.input.focus();
	await editor.press("Enter");
	await editor.pick.closed();
}

/** Undoes the last change of a file, and with it what changed in other files at the same time; then saves them all. */
async function undoOnce(editor: Editor, file: string): Promise<void> {
	await editor.open(file);
	await editor.undo();
	await editor.unsavedTab("refs.bib").waitFor();
	await editor.saveAll();
}
