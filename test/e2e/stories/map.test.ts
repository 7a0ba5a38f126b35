// The map of papers, from the palette to the tree: by keyboard alone, after a reload, and as a picture.
import assert from "node:assert/strict";
import type { Frame } from "playwright-core";
import { accessibilityFaults } from "../pages/accessibility";
import { MapView } from "../pages/mapPanel";
import { waitUntil } from "../pages/waiting";
import { story } from "../story";

suite("map", () => {
	story("the map is opened, walked and filters the tree by keyboard only", async editor => {
		await editor.shelf.open();
		await editor.command("Citeshelf: Show map of papers");
		const map = await new MapView(editor.page).document();
		await count(map, "55 papers");
		await map.locator("#canvas").focus();
		await editor.press("ArrowRight");
		await editor.press("ArrowDown");
		const spoken = await map.locator("#announcement").innerText();
		await editor.press("l");
		await focusBecomes(map, text => spoken.startsWith(text.split(";")[0] ?? "?"));
		await editor.press("Home");
		while (!(await focusedText(map)).startsWith("Digital pathology, 4 papers")) await editor.press("ArrowDown");
		await editor.press("Enter");
		await count(map, "4 of 55 papers");
		await editor.shelf.message.filter({ hasText: "papers match" }).waitFor();
		await waitUntil(
			async () => (await editor.shelf.rows()).filter(({ level }) => level === 2).length === 4,
			() => "the tree does not show the four papers of the topic",
		);
		await editor.press("ArrowDown");
		const title = (await focusedText(map)).split(";")[0] ?? "";
		await editor.press("Enter");
		await editor.panel.document(title);
		assert.deepEqual(await accessibilityFaults(map), []);
	});

	story("papers chosen on the map are in the tree, and Escape shows all again", async editor => {
		await editor.shelf.open();
		await editor.command("Citeshelf: Show map of papers");
		const map = await new MapView(editor.page).document();
		await map.locator("#canvas").focus();
		await editor.press("ArrowRight");
		await editor.press("x");
		await editor.press("ArrowDown");
		await editor.press("x");
		await editor.shelf.message.filter({ hasText: "Chosen papers: 2" }).waitFor();
		await editor.press("Escape");
		await editor.shelf.message.waitFor({ state: "hidden" });
		await count(map, "55 papers");
	});

	story("after the window was reloaded the map is there with its search", async editor => {
		await editor.shelf.open();
		await editor.command("Citeshelf: Show map of papers");
		const map = await new MapView(editor.page).document();
		await map.getByRole("searchbox").fill("pathology");
		await map.locator("#count").filter({ hasText: "match" }).waitFor();
		const found = await map.locator("#count").innerText();
		await editor.reload();
		const again = await new MapView(editor.page).document();
		await count(again, found);
		assert.equal(await again.getByRole("searchbox").inputValue(), "pathology");
	});
});

async function count(map: Frame, text: string): Promise<void> {
	await map.locator("#count", { hasText: text }).waitFor();
}

function focusedText(map: Frame): Promise<string> {
	return map.evaluate(() => document.activeElement?.textContent ?? "");
}

async function focusBecomes(map: Frame, isWanted: (text: string) => boolean): Promise<void> {
	await waitUntil(
		async () => isWanted(await focusedText(map)),
		() => "the focus did not come to the row of the paper",
	);
}
