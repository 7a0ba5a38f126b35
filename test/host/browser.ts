// The browser that tests and screenshots drive.
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import type { Host } from "./install";

/** Starts the browser without a window. Its process ends with this one; `close` ends it sooner. */
export async function launchBrowser(host: Host): Promise<Browser> {
	return chromium.launch({
		executablePath: host.browser.path,
		env: { ...process.env, ...host.browser.env },
		args: [
			// Needed as root, and in containers that forbid what the sandbox is made of.
			"--no-sandbox",
			"--disable-gpu",
			"--disable-quic",
			"--no-first-run",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
		],
	});
}

/** A page of a writer's usual window size, which may use the clipboard. */
export async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width: 1280, height: 800 },
		permissions: ["clipboard-read", "clipboard-write"],
		...options,
	});
	// tsx marks the names of functions with a helper that functions sent to the page miss there.
	await context.addInitScript("globalThis.__name ??= value => value");
	return context.newPage();
}
