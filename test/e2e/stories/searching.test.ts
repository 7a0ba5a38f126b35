// Searching as a reader does: fields that complete themselves, reasons, saved searches, stars, and papers for a sentence.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { makePapers } from "../../bench/corpus";
import { samplePapers } from "../../samplePapers";
import { story } from "../story";

suite("searching", () => {
	story("a slip finds the paper, its row says which word was meant, and the panel says why", async editor => {
		await editor.shelf.icon.waitFor();
		await editor.command("Citeshelf: Search papers…");
		await editor.pick.type("mitotc figure detec");
		const [first] = await editor.pick.rowsBecome(rows => rows[0]?.label.startsWith("A bag of tricks") ?? false);
		assert.match(first?.detail ?? "", /if “mitotc” is a slip.*‹[Mm]itotic›/);
		await editor.press("Enter");
		const page = await editor.panel.document(/A bag of tricks/);
		await page.getByRole("heading", { name: "Found by" }).waitFor();
		await page.getByText(/mitotic.*if “mitotc” is a slip \(title/i).waitFor();
	});

	story("fields and their values are completed, and what is no field is said", async editor => {
		await editor.shelf.icon.waitFor();
		await editor.command("Citeshelf: Search papers…");
		await editor.pick.type("aut");
		await editor.pick.rowsBecome(rows => rows[0]?.label === "author:");
		// A word that is being typed is not taken for the field.
		assert.doesNotMatch((await editor.pick.highlighted.getAttribute("aria-label")) ?? "", /author:/);
		await editor.pick.fill("author:marz");
		await editor.pick.rowsBecome(rows => rows[0]?.label === "author:Marzahl" && rows[0].description === "1 paper");
		await editor.press("Enter");
		await editor.pick.rowsBecome(
			rows => rows.length === 1 && rows[0]?.label.startsWith("A bag of tricks") === true,
		);
		assert.equal(await editor.pick.input.inputValue(), "author:Marzahl ");
		await editor.pick.fill("autor:marzahl mitotic");
		await editor.pick.rowsBecome(
			rows =>
				rows[0]?.label === "There is no field “autor”: it is searched as words" &&
				rows[1]?.label.startsWith("A bag of tricks") === true,
		);
		assert.match((await editor.pick.highlighted.getAttribute("aria-label")) ?? "", /^A bag of tricks/);
		await editor.press("Escape");
	});

	story("a star is set from the pick, found by is:starred, and saved as a branch of the tree", async editor => {
		await editor.shelf.open();
		await editor.command("Citeshelf: Search papers…");
		await editor.pick.type("hidden stratification");
		await editor.pick.rowsBecome(rows => rows[0]?.label.startsWith("Hidden Stratification") ?? false);
		await editor.pick.rowButton("Hidden Stratification", "Star");
		await editor.pick.rowsBecome(rows => rows[0]?.description.includes("starred") ?? false);
		await editor.pick.fill("is:starred");
		await editor.pick.rowsBecome(
			rows => rows.filter(({ label }) => label.startsWith("Hidden Stratification")).length === 1,
		);
		await editor.pick.titleButton("Save this search in the tree");
		await editor.pick.box.getByText("Name of the search in the tree").waitFor();
		await editor.pick.fill("My stars");
		await editor.press("Enter");
		await editor.shelf.row("My stars; saved search; 1 paper").waitFor();
		await editor.shelf.expand(/^My stars/);
		await editor.shelf.row(/^Hidden Stratification.*starred; unread/).waitFor();
		await editor.shelf.click(/^Hidden Stratification.*starred/);
		await editor.shelf
			.row(/^Hidden Stratification.*; starred$/)
			.first()
			.waitFor();
		await editor.press("s");
		await editor.shelf.row("My stars; saved search; 0 papers").waitFor();
		await editor.shelf.contextMenu(/^My stars/, "Remove saved search…");
		await editor.shelf.row(/^My stars/).waitFor({ state: "detached" });
		await editor.notification("The search “My stars” was removed.").getByRole("button", { name: "Undo" }).click();
		await editor.shelf.row(/^My stars/).waitFor();
	});

	story("while a large digest is being read the pick says so, and then shows the whole", async editor => {
		const many = makePapers(samplePapers(), 3000).map(({ title, abstract }, i) => `${title} ${i}\n${abstract}\n`);
		await editor.shelf.icon.waitFor();
		await editor.command("Citeshelf: Search papers…");
		await editor.pick.type("segmentation of zebrafish embryos");
		await editor.pick.rowsBecome(rows => rows.length > 5);
		writeFileSync(
			join(editor.folder, "many.digest.txt"),
			[...many, "Segmentation of zebrafish embryos in water\nWe look at fish.\n"].join("\n"),
		);
		await editor.pick.box.getByText("Search papers (Enter opens): the shelf is still being read").waitFor();
		await editor.pick.rowsBecome(rows => rows[0]?.label.startsWith("Segmentation of zebrafish") ?? false);
		await editor.pick.box.getByText("Search papers (Enter opens)", { exact: true }).waitFor();
		await editor.press("Escape");
	});

	story("papers are suggested for a sentence of a manuscript, and cited before its full stop", async editor => {
		const sentence = "Performance may be poor on subsets of patients that were never identified.";
		await editor.open("main.tex");
		await editor.cursorBehind("at a larger scale.");
		await editor.type(` ${sentence}`);
		await editor.press("ArrowLeft");
		await editor.press("Mod+Alt+K");
		await editor.pick.rowsBecome(rows => rows[0]?.label.startsWith("Hidden Stratification") ?? false);
		await editor.press("Enter");
		await editor.status(/Cited Oakden-Rayner et al\. /).waitFor();
		await editor.saveAll();
		await editor.fileBecomes("main.tex", text => /never identified~\\cite\{oakdenrayner\w+\}\./.test(text));
	});

	story("papers like one are listed from the tree", async editor => {
		await editor.shelf.open();
		await editor.shelf.expand(/^Digital pathology/);
		await editor.shelf.contextMenu(/^Phikon-v2/, "More like this…");
		await editor.pick.rowsBecome(
			rows => rows.length > 5 && !rows.some(({ label }) => label.startsWith("Phikon-v2")),
		);
		await editor.press("Escape");
	});
});
