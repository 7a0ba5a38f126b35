// A folder of mails as a feed: which of its mails are read.
import assert from "node:assert/strict";
import { chooseMails, mailMark } from "../../../src/core/feeds/mails";

suite("Choosing mails", () => {
	const mail = (name: string, changed = 1): { name: string; size: number; changed: number } => ({
		name,
		size: 10,
		changed,
	});

	test("takes those that were not read yet, the oldest first, and no more than 200", () => {
		const files = [mail("b.eml", 2), mail("a.EML", 3), mail("c.mbox", 1), mail("notes.txt"), mail("d.eml", 4)];
		const { mails, known, left } = chooseMails(files, [mailMark(mail("d.eml", 4)), "0".repeat(12)]);
		assert.deepEqual(
			[mails.map(({ name }) => name), known, left],
			[["c.mbox", "b.eml", "a.EML"], [mailMark(mail("d.eml", 4))], 0],
		);
		const many = chooseMails(
			Array.from({ length: 230 }, (_, i) => mail(`${i}.eml`, i)),
			[],
		);
		assert.deepEqual([many.mails.length, many.left], [200, 30]);
		const files6000 = Array.from({ length: 6000 }, (_, i) => mail(`${i}.eml`, i));
		const archive = chooseMails(files6000, []);
		assert.deepEqual(
			[archive.mails[0]?.name, archive.left, archive.lost],
			["1000.eml", 4800, { there: 6000, given: 5000 }],
		);
		const read = chooseMails(files6000, files6000.slice(1000).map(mailMark));
		assert.deepEqual([read.mails, read.known.length, read.left], [[], 5000, 0], "none is read again and again");
		assert.equal(chooseMails([{ ...mail("big.eml"), size: 1e9 }], []).mails.length, 0);
		assert.equal(chooseMails([mail("d.eml", 5)], [mailMark(mail("d.eml", 4))]).mails.length, 1, "it changed");
	});
});
