// States and the file that keeps them: two windows, a pull, a file that was cut off, a disk that refuses.
import { deepEqual, equal, ok } from "node:assert/strict";
import { hasMark, type Mark, marks, withMark } from "../../../src/core/states/paperState";
import { readStates, stateOf, type States } from "../../../src/core/states/states";
import { KeptStates, type StateFile } from "../../../src/library/states/keptStates";

/** A file that several windows have open. */
class SharedFile implements StateFile {
	text: string | undefined;
	aside: string | undefined;
	refuses = false;
	writes = 0;
	readonly #listeners = new Set<() => void>();

	async read(): Promise<string | undefined> {
		await this.#wait();
		return this.text;
	}

	async write(text: string): Promise<void> {
		await this.#wait();
		if (this.refuses) throw new Error("read-only");
		this.writes++;
		this.aside = text;
		this.text = text;
	}

	lastGood(): Promise<string | undefined> {
		return Promise.resolve(this.aside);
	}

	listen(listener: () => void): { dispose(): unknown } {
		this.#listeners.add(listener);
		return { dispose: () => this.#listeners.delete(listener) };
	}

	tell(): void {
		for (const listener of this.#listeners) listener();
	}

	#wait(): Promise<void> {
		return new Promise(resolve => setTimeout(resolve));
	}
}

function opened(file: SharedFile) {
	const changed: string[] = [];
	const unwritten: States[] = [];
	const kept = new KeptStates({
		file,
		changed: ids => changed.push(...ids),
		failed: (_, states) => unwritten.push(states),
	});
	const mark = (id: string, name: Mark, at: number) => {
		const state = withMark(stateOf(kept.states, [id]), name, true, at);
		return kept.add({ papers: new Map([[id, state]]), others: [] });
	};
	const marked = (id: string) => marks.filter(each => hasMark(stateOf(kept.states, [id]), each));
	return { kept, changed, unwritten, mark, marked };
}

suite("kept states", () => {
	test("what is marked counts at once, and is in the file afterwards", async () => {
		const file = new SharedFile();
		const window = opened(file);
		await window.kept.ready;
		const stored = window.mark("a", "starred", 1);
		deepEqual(window.marked("a"), ["starred"]);
		equal(file.text, undefined);
		await stored;
		equal(file.text, '{"id":"a","starred":{"on":"1970-01-01T00:00:00.001Z"}}\n');
		deepEqual(window.changed, [], "nobody hears of what the person did here");
	});

	test("two windows that mark at the same time keep both, and hear of each other", async () => {
		const file = new SharedFile();
		const [one, two] = [opened(file), opened(file)];
		await Promise.all([one.kept.ready, two.kept.ready]);
		await Promise.all([one.mark("a", "starred", 1), one.mark("b", "read", 1)]);
		await Promise.all([two.mark("a", "later", 2), two.mark("c", "done", 2)]);
		file.tell();
		await Promise.all([one.kept.refresh(), two.kept.refresh()]);
		for (const window of [one, two]) {
			deepEqual(window.marked("a"), ["starred", "later"]);
			deepEqual(window.marked("b"), ["read"]);
			deepEqual(window.marked("c"), ["read", "done"]);
		}
		deepEqual([...new Set(one.changed)].sort(), ["a", "c"]);
		equal(readStates(file.text ?? "").papers.size, 3);
	});

	test("many marks at once are few writes, and all of them are there", async () => {
		const file = new SharedFile();
		const window = opened(file);
		await Promise.all(Array.from({ length: 50 }, (_, i) => window.mark(`p${i}`, "read", 1)));
		equal(readStates(file.text ?? "").papers.size, 50);
		ok(file.writes <= 2, `${file.writes} writes`);
	});

	test("what a pull brings counts, also what it takes away", async () => {
		const file = new SharedFile();
		const window = opened(file);
		await window.mark("a", "starred", 1);
		file.text = '{"id":"b","read":{"on":"2026-02-03T10:00:00.000Z"}}\n';
		file.tell();
		await window.kept.refresh();
		deepEqual(window.marked("b"), ["read"]);
		deepEqual(window.marked("a"), [], "another branch, where it was not starred");
		deepEqual(window.changed.sort(), ["a", "b"]);
	});

	test("a file that was cut off keeps what was last good, and is whole again with the next mark", async () => {
		const file = new SharedFile();
		const before = opened(file);
		await before.mark("a", "starred", 1);
		await before.mark("b", "later", 1);
		before.kept.dispose();
		const good = file.text ?? "";
		const line = good.slice(0, good.indexOf("\n") + 1);
		for (const damaged of ["", line, good.slice(0, 20), good.slice(0, -9), "\0\0\0\0"]) {
			file.text = damaged;
			const after = opened(file);
			await after.kept.ready;
			deepEqual([after.marked("a"), after.marked("b")], [["starred"], ["later"]], JSON.stringify(damaged));
			await after.mark("c", "read", 2);
			ok(file.text.startsWith(good), file.text);
			file.aside = good;
			after.kept.dispose();
		}
	});

	test("what cannot be written is handed over, and still counts in this window", async () => {
		const file = new SharedFile();
		const window = opened(file);
		file.refuses = true;
		await window.mark("a", "starred", 1);
		deepEqual(window.marked("a"), ["starred"]);
		deepEqual([...(window.unwritten[0]?.papers.keys() ?? [])], ["a"]);
		file.refuses = false;
		await window.mark("b", "read", 2);
		equal(readStates(file.text ?? "").papers.size, 2, "it is written with the next");
	});
});
