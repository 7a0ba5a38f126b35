// Merging files of states: laws that hold for whatever two people did, and for whatever is in a file.
import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import {
	hasMark,
	type Mark,
	marks,
	noteNames,
	notesOf,
	type PaperState,
	withMark,
	withNote,
	withTag,
} from "../../../src/core/states/paperState";
import { mergeStates, readStates, stateOf, writeStates } from "../../../src/core/states/states";

const seed = 7;
const start = Date.UTC(2026, 1, 3, 10);
const text = writeStates;

/** What a person may do to a paper. */
type Action =
	| { readonly kind: "mark"; readonly mark: Mark; readonly isSet: boolean }
	| { readonly kind: "tag"; readonly tag: string; readonly isSet: boolean }
	| { readonly kind: "note"; readonly text: string };

const action = fc.oneof(
	fc.record({ kind: fc.constant("mark" as const), mark: fc.constantFrom(...marks), isSet: fc.boolean() }),
	fc.record({
		kind: fc.constant("tag" as const),
		tag: fc.constantFrom("on", "to cite", "__proto__"),
		isSet: fc.boolean(),
	}),
	fc.record({ kind: fc.constant("note" as const), text: fc.constantFrom("", "a", "b\nc", "{}") }),
);

function done(state: PaperState, act: Action, now: number): PaperState {
	if (act.kind === "mark") return withMark(state, act.mark, act.isSet, now);
	if (act.kind === "tag") return withTag(state, act.tag, act.isSet, now);
	return withNote(state, act.text, noteNames(state), now);
}

/** A file after some actions; the minutes are small, so that two files often act at the same moment. */
const worked = fc
	.array(
		fc.record({ id: fc.constantFrom("doi:10.1/a", "arxiv:2502.1", "title:x"), act: action, minute: fc.nat(6) }),
		{
			maxLength: 8,
		},
	)
	.map(steps => {
		const papers = new Map<string, PaperState>();
		for (const { id, act, minute } of steps)
			papers.set(id, done(papers.get(id) ?? {}, act, start + minute * 60_000));
		return { papers, others: [] };
	});

/** A file with anything in it, near to states. */
const value = fc.letrec<{ value: unknown }>(tie => ({
	value: fc.oneof(
		{ maxDepth: 3 },
		fc.constantFrom<unknown>({ on: "2026-02-03T10:00:00Z" }, { off: "2026-02-03T10:00:00.5Z" }, { on: "soon" }),
		fc.constantFrom<unknown>({ texts: ["a", "b"], replaced: [] }, { texts: [{ at: "1", text: "x" }] }),
		fc.constantFrom<unknown>(1, 2, "x", "y", true, { replaced: ["x"] }, { replaced: 3 }),
		fc.array(tie("value"), { maxLength: 3 }),
		fc.dictionary(fc.constantFrom("a", "on", "texts", "replaced", "__proto__"), tie("value"), { maxKeys: 3 }),
	),
})).value;
const foreign = fc
	.array(
		fc.oneof(
			fc
				.record({ id: fc.constantFrom("a", "b"), read: value, tags: value, note: value, mine: value })
				.map(line => JSON.stringify(line)),
			fc.constantFrom("// mine", "{", "[1]", '{"id":1}', "=======", "<<<<<<< HEAD", ">>>>>>> theirs"),
		),
		{ maxLength: 5 },
	)
	.map(lines => readStates(lines.join("\n")));

for (const [name, states] of [
	["states that people set", worked],
	["files with anything in them", foreign],
] as const) {
	suite(`merging ${name}`, () => {
		test("the order of two does not matter, nor the grouping of three, nor merging twice", () => {
			fc.assert(
				fc.property(states, states, states, (a, b, c) => {
					equal(text(mergeStates(a, b)), text(mergeStates(b, a)));
					equal(text(mergeStates(mergeStates(a, b), c)), text(mergeStates(a, mergeStates(b, c))));
					equal(text(mergeStates(a, a)), text(a));
					const both = mergeStates(a, b);
					equal(text(mergeStates(both, a)), text(both));
				}),
				{ numRuns: 600, seed },
			);
		});

		test("what is written is read back as the same", () => {
			fc.assert(
				fc.property(states, a => {
					equal(text(readStates(text(a))), text(a));
				}),
				{ numRuns: 500, seed },
			);
		});
	});
}

suite("actions on papers", () => {
	test("any order of the same actions on distinct papers gives the same file", () => {
		const steps = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), act: action, at: fc.nat(9) }), {
			selector: ({ id }) => id,
			maxLength: 12,
		});
		fc.assert(
			fc.property(
				steps.chain(all =>
					fc.tuple(
						fc.constant(all),
						fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
					),
				),
				([first, second]) => {
					const [a, b] = [first, second].map(all =>
						text({
							papers: new Map(all.map(({ id, act, at }) => [id, done({}, act, start + at)])),
							others: [],
						}),
					);
					equal(a, b);
				},
			),
			{ numRuns: 300, seed },
		);
	});

	test("nothing that one of two people set alone is lost", () => {
		fc.assert(
			fc.property(worked, worked, (a, b) => {
				const both = mergeStates(a, b);
				for (const [mine, other] of [
					[a, b],
					[b, a],
				] as const) {
					for (const [id, state] of mine.papers) {
						const merged = stateOf(both, [id]);
						const theirs = other.papers.get(id);
						for (const mark of marks) {
							if (hasMark(state, mark) && theirs?.[mark] === undefined) ok(hasMark(merged, mark));
						}
						if (theirs?.["note"] !== undefined) continue;
						deepEqual(notesOf(merged), notesOf(state));
					}
				}
			}),
			{ numRuns: 500, seed },
		);
	});
});
