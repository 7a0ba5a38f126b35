// Plays every story in the real editor against the packaged extension, installed, as people have it; some of them against
// the source folder before, which `npm start` opens and which differs from the package in nothing that most stories see.
// Words on the command line choose stories by their titles; `--source` plays them, or all, against the source folder alone.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";
import { launchBrowser } from "../host/browser";
import { build, main } from "../host/commandLine";
import { ensureHost, type Host } from "../host/install";
import { packExtension } from "../host/package";
import { remove, root, temporaryFolder } from "../host/paths";
import { installExtension, type ServerOptions } from "../host/server";
import { failures, Stage } from "./stage";
import { checkStates } from "./states/check";
import { setStage } from "./story";

const words = process.argv.slice(2);
const only = words.find(word => word === "--source" || word === "--package");

/** The stories that are played against the source folder as well: that it starts, is worked by keys, and cites. */
const playedTwice: ReadonlySet<string> = new Set(["keyboard.test.ts", "shelf.test.ts"]);
const titles = words.filter(word => !word.startsWith("--")).join(" ");

async function stories(): Promise<boolean> {
	remove(failures);
	const host = await ensureHost();
	const browser = await launchBrowser(host);
	const total = { passed: 0, failed: 0 };
	for (const name of ["source", "package"] as const) {
		if (only !== undefined && only !== `--${name}`) continue;
		console.log(`\nStories against the ${name === "source" ? "source folder" : "packaged extension, installed"}`);
		setStage(new Stage(name, host, browser, await extension[name](host)));
		const failed = await play(file => only !== undefined || name === "package" || playedTwice.has(file));
		total.passed += failed.passed;
		total.failed += failed.failed;
	}
	// The states of the reading panel belong to no editor, and are the same in the source and in the package.
	if (titles === "") console.log(`\n${String(await checkStates(browser))} pages of the reading panel are well.`);
	await browser.close();
	console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed`);
	return total.failed === 0 && total.passed > 0;
}

const extension = {
	source: async () => {
		await build();
		return { extension: root };
	},
	package: async (host: Host) => {
		const extensions = temporaryFolder("extensions");
		await installExtension(host, extensions, await packExtension());
		return { extensions };
	},
} satisfies Record<string, (host: Host) => Promise<ServerOptions>>;

/** Runs the stories of these files once, of all that are found in the folder `stories`. */
function play(isWanted: (file: string) => boolean): Promise<{ passed: number; failed: number }> {
	// A whole editor, a server and a browser on a busy machine: a story that fails once is played once more in a new
	// window, and is named in the end, so that nobody takes it for a sound one.
	const mocha = new Mocha({ ui: "tdd", reporter: "spec", timeout: 120_000, slow: 30_000, retries: 1 });
	if (titles !== "") mocha.fgrep(titles);
	const folder = join(__dirname, "stories");
	const files = readdirSync(folder).filter(file => file.endsWith(".test.ts") && isWanted(file));
	for (const file of files.sort()) mocha.addFile(join(folder, file));
	return new Promise(resolve => {
		let passed = 0;
		const runner = mocha.run(failed => {
			// The same files are loaded once more for the next run.
			mocha.unloadFiles();
			resolve({ passed, failed });
		});
		runner.on("pass", () => passed++);
		runner.on("retry", (test: Mocha.Test, error: Error) =>
			console.log(`    PLAYED AGAIN, as it failed once: ${test.title}\n      ${error.message}`),
		);
	});
}

main(stories);
