// The file of states: merged in any order, read whatever is in it, written back without loss.
import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import {
	hasMark,
	marks,
	noteNames,
	notesOf,
	type PaperState,
	tagsOf,
	tagText,
	withMark,
	withNote,
	withTag,
} from "../../../src/core/states/paperState";
import {
	linesBeforeCut,
	mergeStates,
	noStates,
	readStates,
	stateOf,
	type States,
	writeStates,
} from "../../../src/core/states/states";
import { assertLinear } from "../linear";

const seed = 7;
const start = Date.UTC(2026, 1, 3, 10);
const of = (papers: Readonly<Record<string, PaperState>>): States => ({
	papers: new Map(Object.entries(papers)),
	others: [],
});
const text = (states: States) => writeStates(states);

suite("states", () => {
	test("the file has one paper a line, in the order of ids, with keys in a stable order", () => {
		const read = withMark({}, "read", true, start);
		const states = of({
			"doi:10.1/b": withTag(withMark(read, "starred", true, start + 1), "to cite", true, start + 2),
			"arxiv:2502.04381": read,
		});
		equal(
			text(states),
			'{"id":"arxiv:2502.04381","read":{"on":"2026-02-03T10:00:00.000Z"}}\n' +
				'{"id":"doi:10.1/b","read":{"on":"2026-02-03T10:00:00.000Z"},"starred":{"on":"2026-02-03T10:00:00.001Z"},' +
				'"tags":{"to cite":{"on":"2026-02-03T10:00:00.002Z"}}}\n',
		);
	});

	test("the later of two settings holds, a taking away too, and at the same moment what is set stays", () => {
		const starred = withMark({}, "starred", true, start);
		const taken = withMark(starred, "starred", false, start + 5);
		const merged = (a: PaperState, b: PaperState) =>
			hasMark(stateOf(mergeStates(of({ x: a }), of({ x: b })), ["x"]), "starred");
		equal(merged(starred, taken), false);
		equal(merged(withMark(taken, "starred", true, start + 9), taken), true);
		equal(merged({ starred: { off: "2026-02-03T10:00:00.000Z" } }, starred), true);
	});

	test("a clock that is behind still changes what one that is ahead has set", () => {
		const ahead = withMark({}, "later", true, start + 1e9);
		const taken = withMark(ahead, "later", false, start);
		equal(hasMark(taken, "later"), false);
		equal(hasMark(stateOf(mergeStates(of({ x: ahead }), of({ x: taken })), ["x"]), "later"), false);
	});

	test("who is done with a paper has read it and need not read it later", () => {
		const later = withMark({}, "later", true, start);
		const finished = withMark(later, "done", true, start + 1);
		deepEqual(
			marks.filter(mark => hasMark(finished, mark)),
			["read", "done"],
		);
		deepEqual(
			marks.filter(mark => hasMark(withMark(finished, "later", true, start + 2), mark)),
			["read", "later"],
		);
	});

	test("a paper is found by every id by which it is known, and what is taken away stays away", () => {
		const preprint = of({ "arxiv:2502.1": withTag(withMark({}, "starred", true, start), "a", true, start) });
		const ids = ["doi:10.1/a", "arxiv:2502.1", "title:x"];
		equal(hasMark(stateOf(preprint, ids), "starred"), true);
		const own = withMark(stateOf(preprint, ids), "starred", false, start + 1);
		const after = mergeStates(preprint, of({ "doi:10.1/a": own }));
		equal(hasMark(stateOf(after, ids), "starred"), false);
		deepEqual(tagsOf(stateOf(after, ids)), ["a"]);
	});

	test("two notes written at once both stay, until somebody who saw both writes one", () => {
		const first = withNote({}, "first", [], start);
		const mine = withNote(first, "mine", noteNames(first), start + 1);
		const yours = withNote(first, "yours", noteNames(first), start + 2);
		const both = stateOf(mergeStates(of({ x: mine }), of({ x: yours })), ["x"]);
		deepEqual(
			notesOf(both).map(note => note.text),
			["mine", "yours"],
		);
		const one = withNote(both, "ours", noteNames(both), start + 3);
		for (const old of [first, mine, yours, both]) {
			deepEqual(
				notesOf(stateOf(mergeStates(of({ x: old }), of({ x: one })), ["x"])).map(note => note.text),
				["ours"],
			);
		}
		deepEqual(notesOf(withNote(one, " \n", noteNames(one), start + 4)), []);
	});

	test("a note that was not seen when another was written stays beside it", () => {
		const seen = withNote({}, "seen", [], start);
		const names = noteNames(seen);
		const pulled = stateOf(mergeStates(of({ x: seen }), of({ x: withNote(seen, "theirs", names, start + 1) })), [
			"x",
		]);
		deepEqual(
			notesOf(withNote(pulled, "mine", names, start + 2)).map(note => note.text),
			["theirs", "mine"],
		);
	});

	test("what Git left of a conflict is read as both sides", () => {
		const conflict = [
			'{"id":"a","read":{"on":"2026-02-03T10:00:00.000Z"}}',
			"<<<<<<< HEAD",
			'{"id":"b","starred":{"on":"2026-02-03T10:00:00.000Z"}}',
			"||||||| 1b31f7c",
			"=======",
			'{"id":"b","tags":{"ours":{"on":"2026-02-03T10:00:00.000Z"}}}',
			">>>>>>> theirs",
			"",
		].join("\r\n");
		const states = readStates(conflict);
		const b = stateOf(states, ["b"]);
		ok(hasMark(b, "starred"));
		deepEqual(tagsOf(b), ["ours"]);
		deepEqual(states.others, []);
		equal(text(states).split("\n").length, 3);
	});

	test("lines and fields that this version does not know are written back as they were", () => {
		const lines = [
			'{"id":"a","mood":{"deep":[3,1,{"x":1}]},"read":{"on":"2026-02-03T10:00:00.000Z"}}',
			"# a remark",
			`{"id":"far","x":${"[".repeat(40)}${"]".repeat(40)}}`,
			'{"id":"huge","x":1e999}',
		];
		const again = text(readStates(lines.join("\n")));
		deepEqual(again.trimEnd().split("\n").sort(), [...lines].sort());
	});

	test("a deep or damaged file is read in no time, and never throws", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), input => {
				text(readStates(input));
			}),
			{ numRuns: 300, seed },
		);
		text(readStates(`{"id":"x","y":${"[".repeat(200_000)}`));
		text(readStates(`{"id":"x","y":${'{"a":'.repeat(5000)}1${"}".repeat(5000)}}`));
	});

	test("a file that was cut off is known by its last line", () => {
		const whole = '{"id":"a"}\n{"id":"b"}\n';
		equal(linesBeforeCut(whole), undefined);
		equal(linesBeforeCut(whole.trimEnd()), undefined);
		equal(linesBeforeCut(""), "");
		equal(linesBeforeCut(whole.slice(0, -3)), '{"id":"a"}\n');
		equal(linesBeforeCut(`${whole}\0\0\0`), whole);
		equal(linesBeforeCut('{"id":"a"}\n{"id"\0\0\n\0'), '{"id":"a"}\n');
	});

	test("tags are one line, without the signs of the query language", () => {
		equal(tagText('  to\n "cite" | now '), "to cite now");
		equal(tagText("#related‮"), "related");
		equal(Array.from(tagText("🦉".repeat(100))).length, 60);
		equal(tagText("\u0000"), "");
	});

	test("ten thousand papers are read, merged and written in linear time", () => {
		const marked = withTag(withMark({}, "read", true, start), "x", true, start);
		assertLinear(count => {
			const papers = Object.fromEntries(Array.from({ length: count }, (_, i) => [`arxiv:25${i}`, marked]));
			const file = text(of(papers));
			equal(text(mergeStates(readStates(file), mergeStates(noStates, readStates(file)))), file);
		}, 10_000);
	});
});
