// Digests that change behind the shelf, and their problems in the Problems panel.
import * as vscode from "vscode";
import type { CiteshelfApi } from "../../src/library/publicApi";
import { equal, ok } from "./assert";
import { activated, changingShelf, closeAll, waitUntil, workspaceFile, write } from "./support";

const abstract = (subject: string) =>
	`We measure ${subject} over four hundred nights in two hospitals and find that a simple calibration halves the ` +
	"error without new hardware, without any change of workflow, and without a single alarm that was missed.";

const digest = (...titles: string[]) => titles.map(title => `${title}\n${abstract(title)}\n`).join("\n");

const { fs } = vscode.workspace;

suite("watching", () => {
	teardown(closeAll);

	test("a file that another program replaces by renaming is read again, and no other", async () => {
		const api = await activated();
		let files: vscode.Uri[] = [];
		await changingShelf(api, async () => {
			files = [
				await write("w/one.digest.txt", digest("Harbour seals at dusk")),
				await write("w/two.digest.txt", digest("Barnacle census by kite")),
			];
		});
		await hasTitles(api, ["Harbour seals at dusk", "Barnacle census by kite"]);
		const changed = nextChange(api);
		const temporary = await write("w/one.digest.txt.tmp", digest("Harbour seals at dawn"));
		await fs.rename(temporary, files[0] ?? temporary, { overwrite: true });
		const { added, removed, changed: others } = await changed;
		equal([added.length, removed.length, others.length], [1, 1, 0]);
		await hasTitles(api, ["Harbour seals at dawn", "Barnacle census by kite"]);
		await changingShelf(api, () => fs.delete(workspaceFile("w"), { recursive: true }));
	});

	test("a digest keeps its papers when it is renamed, or moved with its folder", async () => {
		const api = await activated();
		const before = (await api.papers()).length;
		await changingShelf(api, () => write("m/one.digest.txt", digest("Kestrels over motorways")));
		const rename = (from: string, to: string) => fs.rename(workspaceFile(from), workspaceFile(to));
		await rename("m/one.digest.txt", "m/other.digest.txt");
		await hasTitles(api, ["Kestrels over motorways"]);
		await rename("m", "moved");
		await hasTitles(api, ["Kestrels over motorways"]);
		equal((await api.papers()).length, before + 1);
		await rename("moved/other.digest.txt", "moved/no-digest.txt");
		await waitUntil(async () => (await api.papers()).length === before, "the renamed file is still a digest");
		await fs.delete(workspaceFile("moved"), { recursive: true });
	});

	test("a deleted folder takes its digests along", async () => {
		const api = await activated();
		const before = (await api.papers()).length;
		await changingShelf(api, () => write("gone/deep/one.digest.txt", digest("Lichens that count years")));
		await fs.delete(workspaceFile("gone"), { recursive: true });
		await waitUntil(async () => (await api.papers()).length === before, "the papers are still there");
	});

	test("problems stand at their lines while the file is open and unchanged", async () => {
		const api = await activated();
		const text = `${digest("Otters that file complaints")}\nA title that nobody wrote an abstract for\n`;
		let uri = workspaceFile("p/problems.digest.txt");
		await changingShelf(api, async () => (uri = await write("p/problems.digest.txt", text)));
		equal(problemsOf(uri), []);
		const document = await vscode.workspace.openTextDocument(uri);
		const editor = await vscode.window.showTextDocument(document, { preview: false });
		await waitUntil(() => problemsOf(uri).length === 1, "the problem is not shown");
		const [problem] = problemsOf(uri);
		equal(problem?.source, "Citeshelf");
		equal(problem?.code, "abstract-missing");
		equal(problem && document.getText(problem.range), "A title that nobody wrote an abstract for");

		await editor.edit(builder => builder.insert(new vscode.Position(0, 0), "\n\n"));
		await waitUntil(() => problemsOf(uri).length === 0, "the problem stayed at a line that is not its own");
		await document.save();
		await waitUntil(
			() => problemsOf(uri)[0]?.range.start.line === 5,
			"the problem did not come back at its new line",
		);

		await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
		await changingShelf(api, () => fs.delete(uri));
		await waitUntil(() => problemsOf(uri).length === 0, "the problem outlived its digest");
		await fs.delete(workspaceFile("p"), { recursive: true });
	});
});

function problemsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
	return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Citeshelf");
}

function nextChange(api: CiteshelfApi) {
	return new Promise<{ added: readonly string[]; changed: readonly string[]; removed: readonly string[] }>(
		resolve => {
			const listener = api.onDidChange(change => {
				listener.dispose();
				resolve(change);
			});
		},
	);
}

async function hasTitles(api: CiteshelfApi, titles: readonly string[]): Promise<void> {
	let last: readonly string[] = [];
	await waitUntil(
		async () => {
			last = (await api.papers()).map(({ title }) => title);
			return titles.every(title => last.includes(title));
		},
		`not all of ${titles.join("; ")} are on the shelf`,
	);
	ok(last.length >= titles.length, "papers are there");
}
