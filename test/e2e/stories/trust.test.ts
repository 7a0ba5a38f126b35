// A folder whose authors are not trusted: reading, searching and citing need no trust.
import assert from "node:assert/strict";
import { story } from "../story";

suite("Restricted Mode", () => {
	story(
		"the shelf is read, searched and cited from in Restricted Mode, and nothing asks for trust",
		async editor => {
			const before = editor.read("main.tex");
			await editor.status(/Restricted Mode/).waitFor();

			await editor.shelf.open();
			await editor.command("Citeshelf: Show status");
			await editor.pick.input.and(editor.page.locator(":focus")).waitFor();
			await editor.pick.box.getByText("55 papers in 1 digest").waitFor();
			await editor.press("Escape");
			await editor.pick.closed();

			await editor.open("main.tex");
			await editor.cursorBehind("at a larger scale");
			await editor.command("Citeshelf: Insert citation…");
			await editor.pick.type("robust foundation pathology");
			await editor.pick.rowsBecome(rows => rows[0]?.label.startsWith("Towards Robust Foundation") ?? false);
			await editor.press("Enter");
			await editor.status(/Cited Kömen et al\. 2025/).waitFor();
			await editor.saveAll();
			const cited = "at a larger scale~\\cite{komen2025robust}.";
			await editor.fileBecomes("main.tex", text => text === before.replace("at a larger scale.", cited));

			assert.equal(await editor.dialog.count(), 0);
			assert.equal(await editor.notification(/trust/i).count(), 0);
			await editor.status(/Restricted Mode/).waitFor();
		},
		{ restricted: true },
	);
});
