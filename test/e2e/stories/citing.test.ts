// Citing in several languages by keyboard alone: with locators, undone in one step; forms, several cursors, dropping.
import assert from "node:assert/strict";
import type { Editor } from "../pages/editor";
import { story } from "../story";

const typstText = '= A study\n\nModels drift.\n\n#bibliography("refs.bib")\n';

suite("citing", () => {
	story(
		"papers are cited with locators in LaTeX, Markdown and Typst by keyboard alone, each undone in one step",
		async editor => {
			const before = {
				"main.tex": editor.read("main.tex"),
				"notes.md": editor.read("notes.md"),
				"paper.typ": typstText,
				bib: editor.read("refs.bib"),
			};
			await citeWithLocators(editor, "main.tex", "at a larger scale");
			await editor.fileBecomes("main.tex", text => /scale~\\cite\[p\.~12\]\{filiot2024phikonv2\}\./.test(text));
			await citeWithLocators(editor, "notes.md", "models in radiotherapy");
			await editor.fileBecomes("notes.md", text => text.includes("radiotherapy [@filiot2024phikonv2, p. 12]."));
			await citeWithLocators(editor, "paper.typ", "Models drift");
			await editor.fileBecomes("paper.typ", text => /drift @filiot2024phikonv2\[p\. ?12\]\./.test(text));
			for (const file of ["paper.typ", "notes.md", "main.tex"] as const) {
				await editor.open(file);
				await editor.undo();
				await editor.unsavedTab(file).waitFor();
				// The entry came with the first of the three citations, and goes with it.
				if (file === "main.tex") await editor.unsavedTab("refs.bib").waitFor();
				await editor.saveAll();
				await editor.fileBecomes(file, text => text === before[file]);
			}
			await editor.fileBecomes("refs.bib", text => text === before.bib);
		},
		{ files: { "paper.typ": typstText } },
	);

	story("the form of a citation is changed at the cursor, and its key gets a prefix", async editor => {
		await editor.open("notes.md");
		await editor.cursorBehind("models in radiotherapy");
		await pickPhikon(editor);
		await editor.press("Enter");
		await editor.status(/Cited Filiot/).waitFor();
		await editor.press("Mod+Alt+E");
		await editor.pick.fill("In the text");
		await editor.press("Enter");
		await editor.saveAll();
		await editor.fileBecomes("notes.md", text => text.includes("radiotherapy @filiot2024phikonv2."));
		await editor.press("Mod+Alt+E");
		await editor.pick.fill("Locator");
		await editor.press("Enter");
		await editor.pick.fill("ch. 3");
		await editor.press("Enter");
		await editor.pick.closed();
		await editor.saveAll();
		await editor.fileBecomes("notes.md", text => text.includes("radiotherapy @filiot2024phikonv2 [ch. 3]."));
	});

	story("selected words are searched for, and give way to the citation on request", async editor => {
		await editor.open("notes.md");
		await editor.cursorBehind("models in radiotherapy");
		await editor.type(" hidden stratification");
		for (let i = 0; i < "hidden stratification".length; i++) await editor.press("Shift+ArrowLeft");
		await editor.press("Mod+Alt+C");
		await editor.pick.rowsBecome(rows => rows[0]?.label.startsWith("Hidden Stratification") ?? false);
		assert.equal(await editor.pick.input.inputValue(), "hidden stratification");
		await editor.pick.titleButton("The selected text stays. Let it give way to the citation");
		await editor.pick.input.focus();
		await editor.press("Enter");
		await editor.status(/Cited Oakden-Rayner/).waitFor();
		await editor.saveAll();
		await editor.fileBecomes("notes.md", text => /radiotherapy \[@oakdenrayner\w+\]\./.test(text));
	});

	story("an address of a paper of the shelf that is pasted becomes a citation on request", async editor => {
		const address = "https://arxiv.org/abs/2409.09173";
		await editor.shelf.open();
		await editor.open("notes.md");
		await editor.cursorBehind("models in radiotherapy");
		await editor.type(address);
		for (let i = 0; i < address.length; i++) await editor.press("Shift+ArrowLeft");
		await editor.press("Mod+X");
		await editor.press("Mod+V");
		await editor.page.locator(".post-edit-widget").waitFor();
		await editor.press("Mod+.");
		await editor.page.getByRole("option", { name: /Cite Filiot et al\. 2024/ }).click();
		await editor.page.locator(".view-line").filter({ hasText: "@filiot2024phikonv2" }).waitFor();
		await editor.saveAll();
		await editor.fileBecomes("notes.md", text => text.includes("radiotherapy [@filiot2024phikonv2]."));
		await editor.fileBecomes("refs.bib", text => text.includes("2409.09173"));
	});

	story("a paper that is dropped from the tree into a manuscript is cited where it is dropped", async editor => {
		await editor.open("notes.md");
		await editor.shelf.open();
		await editor.shelf.expand(/^Digital pathology/);
		await editor.shelf
			.row(/^Phikon-v2/)
			.first()
			.hover();
		await editor.page.mouse.down();
		const target = editor.text.getByText("models in", { exact: false }).last();
		const box = await target.boundingBox();
		assert.ok(box);
		await editor.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 12 });
		await editor.page.keyboard.down("Shift");
		await editor.page.mouse.move(box.x + box.width - 3, box.y + box.height / 2, { steps: 4 });
		await editor.page.mouse.up();
		await editor.page.keyboard.up("Shift");
		await editor.unsavedTab("notes.md").waitFor();
		await editor.saveAll();
		await editor.fileBecomes("notes.md", text => text.includes("@filiot2024phikonv2"));
		await editor.fileBecomes("refs.bib", text => text.includes("2409.09173"));
	});

	story("a cited paper is marked in the tree, and the status says which bibliography is used", async editor => {
		await editor.open("main.tex");
		await editor.cursorBehind("at a larger scale");
		await pickPhikon(editor);
		await editor.press("Enter");
		await editor.status(/Cited Filiot/).waitFor();
		await editor.shelf.open();
		await editor.shelf.expand(/^Digital pathology/);
		await editor.shelf.row(/^Phikon-v2.*cited in main\.tex/).waitFor();
		await editor.command("Citeshelf: Search papers…");
		await editor.pick.fill("key:filiot2024phikonv2");
		await editor.pick.rowsBecome(rows => rows.some(({ description }) => description.endsWith("cited")));
		await editor.press("Escape");
		await editor.command("Citeshelf: Show status");
		await editor.pick.rowsBecome(rows =>
			rows.some(
				({ label, description }) => label.includes("refs.bib") && /declared in main\.tex/.test(description),
			),
		);
		await editor.press("Escape");
	});
});

/** Cites Phikon-v2 with a locator behind some words of a file, by keys alone. */
async function citeWithLocators(editor: Editor, file: string, words: string): Promise<void> {
	await editor.open(file);
	await editor.cursorBehind(words);
	await pickPhikon(editor);
	await editor.press("Shift+Enter");
	await editor.pick.box.getByText(/A locator such as/).waitFor();
	await editor.pick.fill("p. 12");
	await editor.press("Enter");
	await editor.unsavedTab(file).waitFor();
	await editor.status(/Cited Filiot et al\. 2024/).waitFor();
	await editor.saveAll();
}

async function pickPhikon(editor: Editor): Promise<void> {
	await editor.press("Mod+Alt+C");
	await editor.pick.fill("phikon biomarker");
	// Not the rows before anything is typed, among which it may be as one that was used lately.
	await editor.pick.rowsBecome(
		rows => (rows[0]?.label.startsWith("Phikon-v2") ?? false) && /‹Phikon›/.test(rows[0]?.detail ?? ""),
	);
}
