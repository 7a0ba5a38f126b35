// Runs the integration tests in the Node extension host and in the web-worker extension host of the real editor.
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, newPage } from "./browser";
import { build, main } from "./commandLine";
import { HostLog, type HostKind, type Outcome } from "./hostLog";
import { ensureHost, type Host } from "./install";
import { root, temporaryCopy, temporaryFolder } from "./paths";
import { startServer } from "./server";

/** How long the tests of one extension host may take, the start of the editor included. */
const limit = 600_000;

async function integration(): Promise<boolean> {
	await build("--tests");
	const host = await ensureHost();
	const browser = await launchBrowser(host);
	const total = { passed: 0, failed: 0 };
	for (const kind of ["Node", "web worker"] as const) {
		console.log(`\nIntegration tests in the ${kind} extension host`);
		const started = Date.now();
		const outcome = await runIn(kind, host, browser);
		console.log(`${kind} extension host: ${String(Math.round((Date.now() - started) / 1000))} s`);
		total.passed += outcome.passed;
		total.failed += outcome.failed;
	}
	await browser.close();
	console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed`);
	return total.failed === 0 && total.passed > 0;
}

async function runIn(kind: HostKind, host: Host, browser: Browser): Promise<Outcome> {
	const extension = copyExtension(kind);
	const server = await startServer(host, { driver: true });
	try {
		const page = await newPage(browser);
		const { ended } = await watch(kind, page);
		const tests = join(extension, "dist", "test", "index.js");
		const development = { extension, tests, web: kind === "web worker" };
		await page.goto(server.address({ folder: temporaryCopy(), development }));
		const outcome = await ended;
		await page.context().close();
		return outcome;
	} finally {
		await server.stop();
	}
}

/** Forwards what the extension host says; `ended` resolves with how the tests ended. */
async function watch(kind: HostKind, page: Page): Promise<{ ended: Promise<Outcome> }> {
	const log = new HostLog();
	let tell: (code: number) => void = () => undefined;
	const exit = new Promise<number>(resolve => (tell = resolve));
	await page.exposeFunction("codeAutomationLog", (type: string, args: unknown[]) => log.add(type, args));
	await page.exposeFunction("codeAutomationExit", (code: number) => tell(code));
	const ended = withLimit(exit, log).then(code => {
		const outcome = log.outcome;
		if (outcome === undefined) throw new Error(`The tests did not run:\n${log.before}`);
		if (log.host !== kind) throw new Error(`The tests ran in the ${String(log.host)} extension host.`);
		// The editor's verdict counts, also when a test run thought that all was well.
		return code === 0 || outcome.failed > 0 ? outcome : { ...outcome, failed: 1 };
	});
	return { ended };
}

async function withLimit(exit: Promise<number>, log: HostLog): Promise<number> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => {
			const said = log.before.split("\n").slice(-20).join("\n");
			reject(new Error(`The tests did not end within ${String(limit / 1000)} s. The editor said:\n${said}`));
		}, limit);
	});
	try {
		return await Promise.race([exit, late]);
	} finally {
		clearTimeout(timer);
	}
}

/** A copy of the extension that can only run in the wanted host. */
function copyExtension(kind: HostKind): string {
	const folder = temporaryFolder("extension");
	const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<string, unknown>;
	if (kind === "Node") {
		delete manifest["browser"];
	} else {
		delete manifest["main"];
		// This server is a workspace to the editor, so the kind `workspace` would mean its Node host.
		delete manifest["extensionKind"];
	}
	writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
	for (const part of ["dist", "media", "seeds"]) {
		if (existsSync(join(root, part))) cpSync(join(root, part), join(folder, part), { recursive: true });
	}
	return folder;
}

main(integration);
