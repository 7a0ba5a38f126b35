// Checks the reading panel in a browser: every state in every theme passes axe, breaks no rule of its content security
// policy, runs nothing of a digest, and holds at 320 px.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { accessibilityFaults } from "../pages/accessibility";
import { checkMapStates } from "./map/check";
import { checkKeys, checkMessages } from "./behaviour";
import { states } from "./papers";
import { siteFolder, themeNames, writeSite } from "./site";

const origin = "http://states.test";
const types: Readonly<Record<string, string>> = { css: "text/css", html: "text/html", js: "text/javascript" };
const column = { width: 760, height: 900 };

export interface StateChecks {
	/** A folder for screenshots; none are taken without it. */
	readonly screenshots?: string;
}

/** Throws with all that is wrong; resolves with the number of pages checked. */
export async function checkStates(browser: Browser, { screenshots }: StateChecks = {}): Promise<number> {
	await writeSite();
	const faults: string[] = [];
	const files = themeNames.flatMap(theme => Object.keys(states).map(name => `${name}.${theme}`));
	for (const file of files) {
		const page = await openState(browser, file, faults);
		const found = [...(await accessibilityFaults(page)), ...(await narrowFaults(page))];
		faults.push(...found.map(fault => `${file}: ${fault}`));
		if (screenshots !== undefined) await takeScreenshots(page, join(screenshots, file));
		await page.context().close();
	}
	const open = (file: string) => openState(browser, file, faults);
	await checkKeys(open, accessibilityFaults);
	await checkMessages(open);
	const maps = await checkMapStates(open, faults);
	assert.deepEqual(faults, []);
	return files.length + maps;
}

/** A page in the state `file`, with all that goes wrong on it added to `faults`. */
export async function openState(browser: Browser, file: string, faults: string[]): Promise<Page> {
	const context = await browser.newContext({ viewport: column });
	const page = await context.newPage();
	page.on("console", message => {
		if (["error", "warning"].includes(message.type())) faults.push(`${file}: console: ${message.text()}`);
	});
	page.on("pageerror", error => faults.push(`${file}: ${error.message}`));
	page.on("dialog", dialog => {
		faults.push(`${file}: a digest's script ran: ${dialog.message()}`);
		void dialog.dismiss();
	});
	await page.route("**/*", route => {
		const url = new URL(route.request().url());
		if (url.origin !== origin) faults.push(`${file}: asks for ${url.href}`);
		if (url.origin !== origin || url.pathname === "/favicon.ico") return route.fulfill({ status: 204 });
		const contentType = types[url.pathname.split(".").at(-1) ?? ""] ?? "text/plain";
		return route.fulfill({ body: readFileSync(join(siteFolder, url.pathname)), contentType });
	});
	await page.goto(`${origin}/${file}.html`);
	await page.waitForFunction(() => (document.getElementById("announcement")?.textContent ?? "") !== "");
	return page;
}

/** Nothing sticks out at 320 px, which is also 400 % zoom of 1280 px (WCAG 2.2, 1.4.10). */
export async function narrowFaults(page: Page): Promise<string[]> {
	await page.setViewportSize({ width: 320, height: column.height });
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	await page.setViewportSize(column);
	return width > 320 ? [`is ${width} px wide in a column of 320 px`] : [];
}

async function takeScreenshots(page: Page, path: string): Promise<void> {
	await page.screenshot({ path: `${path}.png`, fullPage: true });
	await page.setViewportSize({ width: 320, height: 700 });
	await page.screenshot({ path: `${path}.narrow.png`, fullPage: true });
	await page.setViewportSize(column);
	await page.emulateMedia({ media: "print" });
	await page.screenshot({ path: `${path}.print.png`, fullPage: true });
}
