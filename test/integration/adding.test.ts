// Adding digests in the real editor: previewed, kept as new plain files, and left alone when the person gives up.
import * as vscode from "vscode";
import { equal, ok, rejects } from "./assert";
import { activated, addAndKeep, changingShelf, closeAll, waitUntil, workspaceFile, write } from "./support";

const abstract = (subject: string) =>
	`We measure ${subject} over four hundred nights in two hospitals and find that a simple calibration halves the ` +
	"error without new hardware, without any change of workflow, and without a single alarm that was missed.";

const digest = (...titles: string[]) => titles.map(title => `${title}\n${abstract(title)}\n`).join("\n");

const shortPath = (uri: vscode.Uri | undefined) => uri?.path.split("/").slice(-2).join("/") ?? "";

suite("adding papers", () => {
	teardown(closeAll);

	test("a given text is kept as a new file in the digest folder, and its papers are found", async () => {
		const api = await activated();
		const text = digest("Lanternfish navigation by starlight", "Glow-worm clocks in dark barns");
		const first = await addAndKeep({ content: text, name: "lanterns 2026-02-03.txt" });
		equal(first.map(shortPath), ["digests/lanterns-2026-02-03.digest.txt"]);
		ok((await api.search("glow-worm clocks"))[0]?.paper.title.startsWith("Glow-worm"), "the paper is found");
		const again = await addAndKeep({ content: text, name: "lanterns 2026-02-03.txt" });
		equal(again.map(shortPath), ["digests/lanterns-2026-02-03-2.digest.txt"]);
		await remove([...first, ...again]);
	});

	test("several files are kept with one gesture, and theirs are untouched", async () => {
		const api = await activated();
		const one = await write("mail/one.txt", digest("Tidal pools that hum at noon"));
		const two = await write("mail/two.md", `# Salt crystals as slow computers\n\n${abstract("salt")}\n`);
		const pdf = await write("mail/three.pdf", "%PDF-1.4\n");
		const kept = await addAndKeep({ uris: [one, two.toString(), pdf] });
		const names = kept.map(shortPath);
		equal(names.length, 2, names.join());
		ok(/^digests\/one-\d{4}-\d\d-\d\d\.digest\.txt$/.test(names[0] ?? ""), String(names[0]));
		ok(/^digests\/two-\d{4}-\d\d-\d\d\.digest\.md$/.test(names[1] ?? ""), String(names[1]));
		ok((await api.search("tidal pools hum"))[0]?.paper.title.startsWith("Tidal pools"), "the paper is found");
		await remove([...kept, one, two, pdf]);
	});

	test("who gives up leaves everything as it was", async () => {
		const api = await activated();
		const before = (await api.papers()).length;
		let answer: unknown;
		const adding = Promise.resolve(
			vscode.commands.executeCommand("citeshelf.addPapers", {
				content: digest("Moths that read maps"),
				name: "",
			}),
		).then(kept => (answer = kept));
		await waitUntil(async () => {
			await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
			return answer !== undefined;
		}, "the preview did not close");
		equal(await adding, []);
		equal((await api.papers()).length, before);
	});

	test("what holds no paper cannot be kept", async () => {
		let answer: unknown;
		void vscode.commands
			.executeCommand("citeshelf.addPapers", { content: "%PDF-1.7\n%\n1 0 obj\n", name: "paper.pdf" })
			.then(kept => (answer = kept));
		for (let i = 0; i < 10; i++) {
			await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
			await new Promise(resolve => setTimeout(resolve, 50));
		}
		equal(answer, undefined);
		await waitUntil(async () => {
			await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
			return answer !== undefined;
		}, "the preview did not close");
		equal(answer, []);
		const folder = vscode.workspace.fs
			.readDirectory(workspaceFile("digests"))
			.then(entries => (entries.length > 0 ? "something was kept" : Promise.reject(new Error("empty"))));
		await rejects(folder, /./);
	});

	test("digests of every kind are found by the default of the setting", async () => {
		const api = await activated();
		const before = (await api.papers()).length;
		const records = JSON.stringify([{ type: "article", title: "Owls as librarians", DOI: "10.1234/owls.1" }]);
		let files: vscode.Uri[] = [];
		await changingShelf(api, async () => {
			files = [
				await write("a/owls.digest.json", records),
				await write("b/pools.digest.md.bak", digest("No digest")),
			];
		});
		const found = (await api.papers()).map(({ title }) => title);
		ok(found.includes("Owls as librarians"), "a JSON digest is read");
		ok(!found.includes("No digest"), "a backup is not");
		await changingShelf(api, () => remove(files));
		equal((await api.papers()).length, before);
	});
});

async function remove(files: readonly vscode.Uri[]): Promise<void> {
	for (const file of files) await vscode.workspace.fs.delete(file);
	await vscode.commands.executeCommand("citeshelf.reload");
}
