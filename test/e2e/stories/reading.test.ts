// The reading panel where it lives: for readers with a screen reader, without its digest, and after a reload.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { accessibilityFaults } from "../pages/accessibility";
import { story } from "../story";

const digest = [
	"A tale of two detectors: pulse oximeters under dim light",
	"Pulse oximeters lose accuracy in dim light. We compare two detectors over four hundred nights and find that a " +
		"simple calibration against the pulse wave halves the error without new hardware or any change of workflow.",
	"",
].join("\n");

suite("reading", () => {
	story(
		"axe finds nothing in the reading panel, with a paper and when the paper is gone",
		async editor => {
			await editor.openPaper("phikon biomarker", "Phikon-v2");
			assert.deepEqual(await accessibilityFaults(await editor.panel.document("Phikon-v2")), []);
			await editor.openPaper("pulse oximeters", "A tale of two detectors");
			assert.deepEqual(await accessibilityFaults(await editor.panel.document("A tale of two")), []);
			rmSync(join(editor.folder, "mine.digest.txt"));
			const gone = await editor.panel.state("This paper is no longer on the shelf");
			assert.deepEqual(await accessibilityFaults(gone), []);
		},
		{ files: { "mine.digest.txt": digest } },
	);

	story("the reading panel shows the same paper after the window was reloaded", async editor => {
		await editor.openPaper("hidden stratification", "Hidden Stratification");
		await editor.reload();
		const page = await editor.panel.document(/^Hidden Stratification/);
		assert.equal(await page.getByRole("article").count(), 1);
		await editor.panel.tab(/^Hidden Stratification/).waitFor();
		// It is as alive as before: its keys reach the extension.
		await editor.panel.press("j");
		await editor.panel.tab(/^Hidden Stratification/).waitFor({ state: "detached" });
	});
});
