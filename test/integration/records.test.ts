// Completing records in the real editor: nobody is asked before the person agrees, what is found is written beside the
// digest, and is taken back.
import * as vscode from "vscode";
import { CatalogueAnswers } from "../../src/library/records/answers";
import { equal, ok } from "./assert";
import { network, type Network } from "./network";
import { activated, closeAll, textOf, waitUntil, workspaceFile, write } from "./support";

const abstract =
	"We measure it over four hundred nights in two hospitals and find that a simple calibration halves the error " +
	"without new hardware, without any change of workflow, and without a single alarm that was missed.";

const titles = ["Otters that calibrate infusion pumps at night", "Badgers as referees of hospital corridors"];
const digestText = titles.map(title => `${title}\n${abstract}\n`).join("\n");

interface Completion {
	readonly completed: readonly string[];
	readonly doubtful: readonly unknown[];
	readonly notFound: readonly string[];
	readonly unasked: readonly string[];
	readonly unwritten: readonly { readonly reason: string }[];
	readonly isOffline: boolean;
}

/** Runs a command, presses a key of its lists until it has ended, and gives what it answers. */
async function answering<T>(
	running: PromiseLike<T>,
	key: "acceptSelectedQuickOpenItem" | "closeQuickOpen",
): Promise<T> {
	let isDone = false;
	const answer = Promise.resolve(running).finally(() => (isDone = true));
	await waitUntil(async () => {
		if (!isDone) await vscode.commands.executeCommand(`workbench.action.${key}`);
		return isDone;
	}, "the command did not end");
	return answer;
}

const setCatalogues = async (names: readonly string[] | undefined) =>
	vscode.workspace.getConfiguration("citeshelf").update("catalogues", names, vscode.ConfigurationTarget.Global);

const complete = async (argument: unknown) =>
	vscode.commands.executeCommand<Completion | undefined>("citeshelf.completeRecords", argument);

suite("records", () => {
	let net: Network;
	let digest: vscode.Uri;
	const records = () => workspaceFile("r/animals.digest.csl.json");

	suiteSetup(async () => {
		const api = await activated();
		net = network(titles.slice(0, 1));
		// Two are enough, and the rest would make the test wait: each is asked at its own pace.
		await setCatalogues(["arxiv", "crossref"]);
		await vscode.commands.executeCommand("citeshelf.forgetCatalogues");
		digest = await write("r/animals.digest.txt", digestText);
		await vscode.commands.executeCommand("citeshelf.reload");
		ok(
			(await api.papers()).some(({ title }) => title === titles[0]),
			"the digest is on the shelf",
		);
	});

	teardown(closeAll);

	suiteTeardown(async () => {
		net.restore();
		await setCatalogues(undefined);
		await vscode.commands.executeCommand("citeshelf.forgetCatalogues");
		await vscode.workspace.fs.delete(workspaceFile("r"), { recursive: true });
		await vscode.commands.executeCommand("citeshelf.reload");
	});

	test("nobody is asked before the person agrees, nor when the person does not", async () => {
		equal(net.asked.length, 0);
		const answer = await answering(complete({ digest: digest.toString() }), "closeQuickOpen");
		equal(answer, undefined);
		equal(net.asked.length, 0);
	});

	test("what is found is written beside the digest, and the paper has authors and a year", async () => {
		const api = await activated();
		const answer = await answering(complete({ digest: digest.toString() }), "acceptSelectedQuickOpenItem");
		ok(answer, "the records were looked up");
		equal([answer.completed.length, answer.doubtful.length, answer.notFound.length], [1, 0, 1]);
		const paper = (await api.papers()).find(({ title }) => title === titles[0]);
		equal(paper?.authors, [{ family: "Marten", given: "Pia" }]);
		equal(paper?.issued, { year: 2025, month: 3, day: 2 });
		ok(paper?.recordFrom?.catalogues.includes("arxiv"), "the record says where it is from");
		const text = await textOf(records());
		ok(text.startsWith('[\n  {\n    "id": "arxiv:2503.01234",'), text);
		ok(net.asked.length > 0, "somebody was asked");
		equal(
			net.asked.filter(({ host }) => !net.hosts.has(host)).map(({ host }) => host),
			[],
		);
	});

	test("a workspace cannot say who is asked", async () => {
		const settings = vscode.workspace.getConfiguration("citeshelf");
		for (const name of ["catalogues", "contact"]) {
			let isTaken = true;
			await settings.update(name, "x", vscode.ConfigurationTarget.Workspace).then(
				() => undefined,
				() => (isTaken = false),
			);
			equal([isTaken, settings.inspect(name)?.workspaceValue], [false, undefined]);
		}
	});

	test("who was asked once is not asked again, unless anew", async () => {
		// The first look at the one that is left asks for it alone.
		await complete({ digest: digest.toString() });
		const before = net.asked.length;
		const again = await complete({ digest: digest.toString() });
		equal(again?.notFound.length, 1);
		equal(net.asked.length, before);
		const anew = await complete({ digest: digest.toString(), isAnew: true });
		equal(anew?.notFound.length, 1);
		ok(net.asked.length > before, "nobody was asked anew");
	});

	test("a field that was changed by hand stays, and the rest of the file too", async () => {
		const text = (await textOf(records())).replace('"Marten"', '"Marder"');
		ok(text.includes("Marder"), text);
		await vscode.workspace.fs.writeFile(records(), new TextEncoder().encode(`${text}\n`));
		await vscode.commands.executeCommand("citeshelf.reload");
		const api = await activated();
		const [paper] = (await api.papers()).filter(({ title }) => title === titles[0]);
		await complete({ id: paper?.id, isAnew: true });
		equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(records())), `${text}\n`);
	});

	test("an open file of records with unsaved changes is changed there, and not saved", async () => {
		const document = await vscode.workspace.openTextDocument(records());
		const edit = new vscode.WorkspaceEdit();
		edit.replace(records(), new vscode.Range(0, 0, document.lineCount, 0), "[]\n");
		await vscode.workspace.applyEdit(edit);
		const api = await activated();
		const [paper] = (await api.papers()).filter(({ title }) => title === titles[0]);
		const answer = await complete({ id: paper?.id });
		equal(answer?.completed.length, 1);
		ok(document.isDirty && document.getText().includes("Marten"), document.getText());
		const onDisk = new TextDecoder().decode(await vscode.workspace.fs.readFile(records()));
		ok(onDisk.includes("Marder"), onDisk);
		await document.save();
	});

	test("a damaged file of records is left alone, with a reason", async () => {
		const damaged = '[{"id": "x", "title": "never closed"';
		await vscode.workspace.fs.writeFile(records(), new TextEncoder().encode(damaged));
		await waitUntil(async () => (await textOf(records())) === damaged, "the editor did not see the file");
		await vscode.commands.executeCommand("citeshelf.reload");
		const answer = await complete({ digest: digest.toString() });
		equal([answer?.completed.length, answer?.unwritten.length], [0, 1]);
		equal(await textOf(records()), damaged);
		await vscode.workspace.fs.delete(records());
		await vscode.commands.executeCommand("citeshelf.reload");
	});

	test("answers are kept byte for byte, in bounds, and forgotten on request", async () => {
		const folder = workspaceFile("answers");
		const answers = new CatalogueAnswers(folder, { files: 2, bytes: 1000 });
		const answer = { status: 200, headers: { "content-type": "text/x" }, body: new Uint8Array([1, 10, 2]) };
		const request = (url: string) => ({ url, method: "GET" as const, headers: {}, papers: [] });
		const kept = answers.for(false);
		for (const url of ["https://a/1", "https://a/2", "https://a/3"]) await kept.keep(request(url), answer);
		equal(await kept.find(request("https://a/1")), answer);
		equal(await answers.for(true).find(request("https://a/1")), undefined);
		await answers.tidy();
		equal((await vscode.workspace.fs.readDirectory(folder)).length, 2);
		await answers.forget();
		equal(await kept.find(request("https://a/3")), undefined);
	});

	test("offline is a normal state, told once, and nothing is lost", async () => {
		net.isDown = true;
		const answer = await complete({ digest: digest.toString(), isAnew: true });
		net.isDown = false;
		equal([answer?.isOffline, answer?.completed.length, answer?.unasked.length], [true, 0, 2]);
	});
});
