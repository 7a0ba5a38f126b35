// Renaming a citation key where it is cited: its entry and the manuscripts of every language follow.
import assert from "node:assert/strict";
import { story } from "../story";

const typstText = '#bibliography("refs.bib")\nAlerts fail @wong2021external[p. 2].\n';
const orgText = "#+bibliography: refs.bib\nAlerts fail [cite/t:@wong2021external].\n";

suite("renaming", () => {
	story(
		"a key is renamed, and four files of four languages change with its bibliography, in one undo step",
		async editor => {
			const files = ["main.tex", "paper.qmd", "paper.typ", "notes.org", "refs.bib"];
			const before = new Map(files.map(file => [file, editor.read(file)]));
			const after = (file: string): string =>
				(before.get(file) ?? "").replaceAll("wong2021external", "wong2021sepsis");
			await editor.shelf.open();
			await editor.open("main.tex");
			await editor.cursorBehind("vendor~\\cite{wong");
			await editor.press("F2");
			const name = editor.page.locator(".rename-box input");
			await name.waitFor();
			assert.equal(await name.inputValue(), "wong2021external");

			await name.fill("kelly2019key");
			await editor.press("Enter");
			await editor.page.getByText("kelly2019key is already in refs.bib.").first().waitFor();
			for (const file of files) assert.equal(editor.read(file), before.get(file));

			await editor.press("Escape");
			await editor.press("F2");
			await name.waitFor();
			await name.fill("wong2021sepsis");
			await editor.press("Enter");
			await name.waitFor({ state: "hidden" });
			for (const file of files) await editor.fileBecomes(file, text => text === after(file));

			// The text has the focus again only some time after the box is gone.
			await editor.open("main.tex");
			await editor.undo();
			for (const file of files) await editor.unsavedTab(file).waitFor();
			await editor.saveAll();
			for (const file of files) await editor.fileBecomes(file, text => text === before.get(file));
		},
		{ files: { "paper.typ": typstText, "notes.org": orgText } },
	);
});
