// Keeping digests as files and taking them away again: nothing that is there is ever replaced.
import * as vscode from "vscode";
import { digestFolderIn, keepDigests } from "../../src/library/keepDigest";
import { removeDigest } from "../../src/views/status/remove";
import { equal, ok, rejects } from "./assert";
import { activated, addAndKeep, closeAll, nameOf, workspaceFile, write } from "./support";

const { fs } = vscode.workspace;
const abstract =
	"We measure it over four hundred nights in two hospitals and find that a simple calibration halves the error " +
	"without new hardware, without any change of workflow, and without a single alarm that was missed.";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = async (uri: vscode.Uri | undefined) => (uri ? new TextDecoder().decode(await fs.readFile(uri)) : "");
const isThere = (uri: vscode.Uri) =>
	fs.stat(uri).then(
		() => true,
		() => false,
	);
const reload = async () => vscode.commands.executeCommand<undefined>("citeshelf.reload");

suite("keeping and removing digests", () => {
	teardown(closeAll);

	test("digests of one name that are kept at once are two files, in the workspace and outside", async () => {
		await activated();
		for (const folder of [workspaceFile("kept"), vscode.Uri.joinPath(workspaceFile(""), "..", "kept outside")]) {
			const kept = await Promise.all(
				["one", "two"].map(text =>
					keepDigests([{ content: bytes(text), name: "same 2026-02-03.txt", format: "" }], folder),
				),
			);
			const uris = kept.flat();
			equal(uris.map(nameOf), ["same-2026-02-03.digest.txt", "same-2026-02-03-2.digest.txt"]);
			equal(await Promise.all(uris.map(read)), ["one", "two"]);
			await fs.delete(folder, { recursive: true });
		}
	});

	test("the folder of the setting is within the workspace folder, whatever it says", async () => {
		const settings = vscode.workspace.getConfiguration("citeshelf");
		const root = workspaceFile("");
		for (const [given, path] of [
			["../../away", "away"],
			["/etc/./digests//", "etc/digests"],
			["..\\a\\..\\b", "a/b"],
			["", ""],
		] as const) {
			await settings.update("digestFolder", given, vscode.ConfigurationTarget.Workspace);
			equal(digestFolderIn(root).path.replace(/\/$/, ""), workspaceFile(path).path.replace(/\/$/, ""), given);
		}
		await settings.update("digestFolder", undefined, vscode.ConfigurationTarget.Workspace);
	});

	test("a mail on the clipboard is kept byte for byte, named by its subject", async () => {
		const api = await activated();
		const mail = [
			"From: alerts@example.org",
			"Subject: ../../New: papers",
			"Date: Tue, 3 Feb 2026 10:00:00 +0100",
			"Content-Type: text/plain",
			"",
			"Herring gulls that queue for buses",
			abstract,
			"",
		].join("\r\n");
		await vscode.env.clipboard.writeText(mail);
		const [kept] = await addAndKeep({ from: "clipboard" });
		ok(kept, "it is kept");
		equal(kept.path.slice(workspaceFile("").path.length).replace(/^\//, ""), `digests/${nameOf(kept)}`);
		ok(/^New-papers-2026-02-03\.digest\.\w+$/.test(nameOf(kept)), nameOf(kept));
		equal(await read(kept), mail);
		ok((await api.search("herring gulls queue"))[0]?.paper.title.startsWith("Herring"), "the paper is found");
		await fs.delete(kept);
		await reload();
	});

	test("a digest that is removed goes with its records, and comes back as it was", async () => {
		const api = await activated();
		const before = (await api.papers()).length;
		const uri = await write("r/gulls.digest.txt", `Terns that read timetables\n${abstract}\n`);
		const records = await write("r/gulls.digest.csl.json", "[]");
		await reload();
		equal((await api.papers()).length, before + 1);
		const digest = { uri, name: "gulls.digest.txt", papers: [] };
		const library = { load: reload };

		let offered = "";
		await removeDigest(digest, library, async text => {
			offered = text;
			ok(!(await isThere(uri)) && !(await isThere(records)), "both files are gone");
			equal((await api.papers()).length, before);
			return true;
		});
		equal(offered, "Removed gulls.digest.txt with 0 papers from the shelf.");
		ok((await read(uri)).startsWith("Terns") && (await isThere(records)), "both files are back");
		equal((await api.papers()).length, before + 1);

		const undone = removeDigest(digest, library, async () => {
			await write("r/gulls.digest.txt", "mine");
			return true;
		});
		await rejects(undone, /There is a new file gulls\.digest\.txt/);
		equal(await read(uri), "mine");
		await fs.delete(workspaceFile("r"), { recursive: true });
		await reload();
	});
});
