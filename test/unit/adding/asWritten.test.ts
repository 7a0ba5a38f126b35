// Texts of digests in rows and messages: letters only, no icons and no links.
import { equal } from "node:assert/strict";
import { asWritten } from "../../../src/host/asWritten";

const joint = "\u200b";

suite("texts in rows and messages", () => {
	test("what the editor would draw as an icon or a link shows as it is written", () => {
		equal(asWritten("$(trash) and $(sync~spin)"), `$${joint}(trash) and $${joint}(sync~spin)`);
		equal(asWritten("[Undo](command:a.b).txt"), `[Undo]${joint}(command:a.b).txt`);
	});

	test("other texts are left alone", () => {
		for (const text of ["", "a $(x + y) b", "US$ (2024)", "[1] (see)", "f(x)[0]"]) equal(asWritten(text), text);
	});
});
