// The shelf in the sidebar, as a reader meets it first.
import assert from "node:assert/strict";
import { story } from "../story";

suite("the shelf", () => {
	story("the view opens from the activity bar and shows topics", async editor => {
		await editor.shelf.open();
		assert.equal(await editor.shelf.title.innerText(), "Citeshelf: Papers");
		const rows = await editor.shelf.rows();
		assert.deepEqual(
			rows.filter(row => row.level !== 1),
			[],
			"topics are closed at first",
		);
	});
});
