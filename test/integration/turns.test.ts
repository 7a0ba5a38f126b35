// The turns in which windows fetch feeds: one at a time, whatever becomes of the others.
import * as vscode from "vscode";
import { Turns } from "../../src/library/feeds/turns";
import { equal, ok } from "./assert";
import { workspaceFile, write } from "./support";

const times = { renewMs: 20, staleMs: 400, lookMs: 10 };
const { signal } = new AbortController();
const pause = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds));

suite("turns of windows", () => {
	const storage = () => workspaceFile("turns");
	const there = async () => (await vscode.workspace.fs.readDirectory(storage())).map(([name]) => name);

	teardown(() => vscode.workspace.fs.delete(storage(), { recursive: true }));

	test("windows take turns, and leave nothing behind", async () => {
		const windows = Array.from({ length: 4 }, () => new Turns(storage(), times));
		let [now, most, done, waited] = [0, 0, 0, 0];
		const work = async () => {
			most = Math.max(most, ++now);
			await pause(60);
			now--;
			done++;
		};
		const all = windows.flatMap(each => [each.take({ signal, onWaiting: () => waited++ }, work)]);
		await Promise.all(all);
		equal([most, done, waited >= 3], [1, 4, true]);
		equal(await there(), []);
	});

	test("a turn that lasts is not taken away, and one that fails is given back", async () => {
		const [one, other] = [new Turns(storage(), times), new Turns(storage(), times)];
		const order: string[] = [];
		const long = one.take({ signal }, async () => {
			await pause(1000);
			order.push("one");
			throw new Error("it failed");
		});
		await pause(100);
		const waiting = other.take({ signal }, () => Promise.resolve(order.push("other")));
		await Promise.allSettled([long, waiting]);
		equal(order, ["one", "other"]);
	});

	test("who waits may give up, which changes nothing for who is at work", async () => {
		const ending = new AbortController();
		const [one, other] = [new Turns(storage(), times), new Turns(storage(), times)];
		let isDone = false;
		const long = one.take({ signal }, async () => {
			await pause(300);
			isDone = true;
		});
		await pause(50);
		const given = other.take({ signal: ending.signal }, () => Promise.resolve("never"));
		ending.abort();
		const error: unknown = await given.then(
			() => undefined,
			(reason: unknown) => reason,
		);
		ok(error instanceof vscode.CancellationError, String(error));
		equal(isDone, false);
		await long;
		equal(await there(), []);
	});

	test("a window that ended in its turn is not waited for, nor is a word that nobody understands", async () => {
		for (const word of [`someone ${Date.now() - 1000}`, "", "someone soon", `someone ${Date.now() + 3_600_000}`]) {
			await write("turns/fetching/window", word);
			const started = Date.now();
			equal(await new Turns(storage(), times).take({ signal }, () => Promise.resolve("done")), "done");
			ok(Date.now() - started < 5000, word);
			equal(await there(), []);
		}
	});

	test("where nothing can be written, one goes on without a turn", async () => {
		await write("turns/file", "x");
		const nowhere = vscode.Uri.joinPath(storage(), "file");
		equal(await new Turns(nowhere, times).take({ signal }, () => Promise.resolve("done")), "done");
	});
});
