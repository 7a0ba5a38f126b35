// Checks while one writes: a key that no entry has is marked, and a light bulb says what was meant.
import { story } from "../story";

story("a key that no entry has is marked while one writes, and mended by what was meant", async editor => {
	await editor.shelf.open();
	await editor.open("main.tex");
	await editor.cursorBehind("at a larger scale");
	await editor.type(" \\cite{wong2021externl}");
	await editor.press("Escape");
	await editor.text.locator(".squiggly-warning").first().waitFor();
	await editor.press("ArrowLeft");
	await editor.press("ArrowLeft");
	await editor.press("Mod+.");
	const fix = editor.actions.filter({ hasText: "Change to “wong2021external”" });
	await fix.waitFor();
	await fix.click();
	await editor.saveAll();
	await editor.fileBecomes("main.tex", text => text.includes("scale \\cite{wong2021external}"));
	await editor.text.locator(".squiggly-warning").first().waitFor({ state: "detached" });
});
