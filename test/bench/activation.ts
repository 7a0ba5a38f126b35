// Start-up: how long the editor waits for Citeshelf's activation, and for that of an extension that does nothing, in
// the same windows of the real editor; and how long the editor's thread is kept while a large shelf is read.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "node:util";
import { launchBrowser, newPage } from "../host/browser";
import { ensureHost } from "../host/install";
import { root, temporaryFolder } from "../host/paths";
import { startServer } from "../host/server";
import { median, milliseconds, ratio, type Figures } from "./bench";
import { largeBibliography } from "./bibliography";
import { makePapers } from "./corpus";
import { samplePapers } from "./sample";

/** Windows that are opened; the median counts. */
const runs = 5;

/** Papers of the large shelf. */
const large = 10_000;

interface Measured {
	/** Milliseconds. */
	readonly citeshelf: number;
	readonly empty: number;
	/** Until the papers of the large digest are there. */
	readonly loaded: number;
	/** The longest time that the extension host's thread worked without a pause meanwhile. */
	readonly longestBlock: number;
	/** Until the first citation stands in the text, beside a bibliography of 10,000 entries. */
	readonly firstCitation: number;
	/** The slowest of the next five. */
	readonly nextCitation: number;
}

/** Runs inside the extension host. Its text is the module that the editor loads as tests. */
const probe = `
const vscode = require("vscode");
exports.run = async () => {
	const timed = async id => {
		const extension = vscode.extensions.getExtension(id);
		const start = performance.now();
		const api = await extension.activate();
		return { api, ms: performance.now() - start };
	};
	const empty = await timed("bench.empty");
	const { api, ms } = await timed("citeshelf.citeshelf");
	// Processor time of this thread between two of its turns: what it was kept busy, however busy the machine is.
	const used = () => process.threadCpuUsage().user / 1000;
	let longestBlock = 0;
	let last = used();
	const tick = setInterval(() => {
		const now = used();
		longestBlock = Math.max(longestBlock, now - last);
		last = now;
	}, 1);
	const start = performance.now();
	await api.papers();
	const loaded = performance.now() - start;
	clearInterval(tick);
	const [folder] = vscode.workspace.workspaceFolders;
	const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, "main.tex"));
	const editor = await vscode.window.showTextDocument(document);
	const cited = [];
	for (const { id } of (await api.papers()).slice(100, 106)) {
		editor.selection = new vscode.Selection(2, 0, 2, 0);
		const start = performance.now();
		const there = new Promise(resolve => {
			const listener = vscode.workspace.onDidChangeTextDocument(event => {
				if (event.document !== document || event.contentChanges.length === 0) return;
				listener.dispose();
				resolve(performance.now() - start);
			});
		});
		const done = vscode.commands.executeCommand("citeshelf.insertCitation", { ids: [id] });
		cited.push(await there);
		await done;
	}
	const [firstCitation, ...next] = cited;
	const nextCitation = Math.max(...next);
	console.log(
		"MEASURED " +
			JSON.stringify({ citeshelf: ms, empty: empty.ms, loaded, longestBlock, firstCitation, nextCitation }),
	);
};
`;

export async function benchActivation(): Promise<Figures> {
	const host = await ensureHost();
	const browser = await launchBrowser(host);
	const { empty, citeshelf, folder } = fixtures();
	const measured: Measured[] = [];
	for (let run = 0; run < runs; run++) {
		const server = await startServer(host, { driver: true, extension: empty });
		try {
			const page = await newPage(browser);
			measured.push(
				await new Promise<Measured>((resolve, reject) => {
					const log = (_: string, args: unknown[]) => {
						const found = /MEASURED (\{.*\})/.exec(format(...args))?.[1];
						if (found !== undefined) resolve(JSON.parse(found) as Measured);
					};
					void (async () => {
						await page.exposeFunction("codeAutomationLog", log);
						await page.exposeFunction("codeAutomationExit", () =>
							reject(new Error("Nothing was measured.")),
						);
						const development = { extension: citeshelf, tests: join(citeshelf, "probe.js") };
						await page.goto(server.address({ folder, development }));
					})();
				}),
			);
			await page.context().close();
		} finally {
			await server.stop();
		}
	}
	await browser.close();
	return figures(measured);
}

function figures(measured: readonly Measured[]): Figures {
	const of = (name: keyof Measured) => median(measured.map(one => one[name]));
	const row = (what: string, name: keyof Measured) => [what, milliseconds(of(name))];
	return {
		title: `In the real editor (median of ${runs} windows)`,
		headings: ["measured", "time"],
		rows: [
			row("activation of an empty extension", "empty"),
			row("activation of Citeshelf", "citeshelf"),
			["ratio", ratio(of("citeshelf"), of("empty"))],
			row(`${large} papers of a digest on the shelf and indexed`, "loaded"),
			row("longest block of the editor's thread meanwhile", "longestBlock"),
			row("the first citation with a bibliography of 10,000 entries in the text", "firstCitation"),
			row("the slowest of the next five", "nextCitation"),
		],
		notes: ["Activation includes loading the bundle. Reading and indexing run in the worker."],
	};
}

/** An extension that does nothing, Citeshelf without an activation event, and a workspace with a large digest. */
function fixtures(): { empty: string; citeshelf: string; folder: string } {
	const empty = temporaryFolder("empty-extension");
	const manifest = {
		name: "empty",
		publisher: "bench",
		version: "1.0.0",
		engines: { vscode: "^1.100.0" },
		main: "./main.js",
	};
	writeFileSync(join(empty, "package.json"), JSON.stringify({ ...manifest, activationEvents: [] }));
	writeFileSync(join(empty, "main.js"), "exports.activate = () => undefined;");

	const citeshelf = temporaryFolder("citeshelf-extension");
	const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<string, unknown>;
	delete own["browser"];
	writeFileSync(join(citeshelf, "package.json"), JSON.stringify({ ...own, activationEvents: [] }));
	for (const part of ["dist", "media", "seeds"]) cpSync(join(root, part), join(citeshelf, part), { recursive: true });
	writeFileSync(join(citeshelf, "probe.js"), probe);

	const folder = temporaryFolder("large-shelf");
	mkdirSync(join(folder, "digests"));
	const lines = makePapers(samplePapers(), large).map(({ title, abstract }) => `${title}\n${abstract}\n`);
	writeFileSync(join(folder, "digests", "large.digest.txt"), lines.join(""));
	writeFileSync(join(folder, "big.bib"), largeBibliography());
	writeFileSync(
		join(folder, "main.tex"),
		"\\documentclass{article}\n\\begin{document}\n\n\\bibliography{big}\n\\end{document}\n",
	);
	return { empty, citeshelf, folder };
}
