// The shelf as the person wants it: grouped by something else, with topics of one's own, ranked by the manuscript, exported.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readDigest } from "../../../src/core/digests/read";
import { story } from "../story";

const digest = [
	"A tale of two detectors: whole slide images under dim light",
	"Digital pathology loses accuracy in dim light. We compare two detectors over four hundred whole slide images of " +
		"histopathology and find that a simple calibration of the stain halves the error without new hardware.",
	"",
].join("\n");

suite("grouping", () => {
	story("the tree is grouped by something else by keyboard, and the choice and the selection stay", async editor => {
		await editor.shelf.open();
		await editor.shelf.expand(/^Digital pathology/);
		await editor.shelf.click(/^Phikon-v2/);
		await editor.command("Citeshelf: Group and sort papers…");
		await editor.pick.fill("Date");
		await editor.press("Enter");
		await editor.shelf.row(/^2025; date; \d+ papers/).waitFor();
		// The selected paper is shown where it stands now.
		await editor.shelf
			.row(/^Phikon-v2/)
			.and(editor.page.locator('[aria-selected="true"]'))
			.waitFor();
		await editor.command("Citeshelf: Group and sort papers…");
		await editor.pick.fill("Author");
		await editor.press("Enter");
		await editor.shelf.row(/^F; author; \d+ papers/).waitFor();
		await editor.reload();
		await editor.shelf.open();
		await editor.shelf.row(/^A; author; \d+ papers/).waitFor();
	});

	story("a renamed topic keeps its name when a digest comes", async editor => {
		await editor.shelf.open();
		await editor.shelf.contextMenu(/^Digital pathology/, "Rename topic…");
		await editor.pick.fill("Slides and stains");
		await editor.press("Enter");
		await editor.shelf.row(/^Slides and stains; \d+ papers/).waitFor();
		assert.match(editor.read(".vscode/settings.json"), /"Slides and stains"[^]*"Digital pathology"/);
		await editor.shelf.expand(/^Slides and stains/);
		writeFileSync(join(editor.folder, "dim.digest.txt"), digest);
		await editor.shelf.row(/^A tale of two detectors/).waitFor();
		await editor.shelf.row(/^Slides and stains; \d+ papers/).waitFor();
		assert.equal(await editor.shelf.row(/^Digital pathology/).count(), 0);
	});

	story("papers are ranked by the manuscript, with the reasons", async editor => {
		await editor.open("main.tex");
		await editor.shelf.open();
		await editor.shelf.row(/^Near your writing; main\.tex; \d+ papers/).waitFor();
		await editor.command("Citeshelf: Rank papers by my manuscript");
		await editor.shelf.message.getByText("The nearest to main.tex first").waitFor();
		// The papers stand at the top, without groups.
		await editor.shelf
			.row(/^Phikon-v2/)
			.and(editor.page.locator('[aria-level="1"]'))
			.waitFor();
	});

	story("papers are exported into an editor, and read back", async editor => {
		await editor.shelf.open();
		await editor.shelf.contextMenu(/^Digital pathology/, "Open papers as document…");
		await editor.pick.fill("CSL-JSON");
		await editor.press("Enter");
		await editor.tab("Untitled-1").waitFor();
		await editor.text.click();
		await editor.press("Mod+A");
		await editor.press("Mod+C");
		const text = await editor.page.evaluate(() => navigator.clipboard.readText());
		const { papers } = readDigest(new TextEncoder().encode(text), "papers.json");
		assert.ok(papers.length >= 4 && papers.some(({ title }) => title.startsWith("Phikon-v2")), text.slice(0, 500));
	});
});
