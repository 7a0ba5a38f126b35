// Pictures of the map to be looked at, and how fast it is drawn: `tsx test/e2e/states/map/pictures.ts [shelf…]`. Shelves are
// the sample shelf, a listing of arXiv and 10,000 made papers; pictures lie in .vscode-test/states/screenshots afterwards.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { readDigest } from "../../../../src/core/digests/read";
import type { ToMap } from "../../../../src/core/map/protocol";
import type { Paper } from "../../../../src/core/paper";
import { makePapers } from "../../../bench/corpus";
import { launchBrowser } from "../../../host/browser";
import { ensureHost } from "../../../host/install";
import { root } from "../../../host/paths";
import { samplePapers } from "../../../samplePapers";
import { openState } from "../check";
import { siteFolder } from "../site";
import { mapMessages } from "./shelves";
import { writeMapSite } from "./site";

const listing = join(root, "../shared/samples/digests/arxiv_listing_html_abstracts.html");

const shelves: Readonly<Record<string, () => readonly Paper[]>> = {
	sample: () => samplePapers(),
	listing: () => readDigest(new Uint8Array(readFileSync(listing)), "listing.html").papers,
	many: () => makePapers(samplePapers(), 10_000),
};

async function run(): Promise<void> {
	const asked = process.argv.slice(2);
	const names = asked.length > 0 ? asked : Object.keys(shelves);
	const screenshots = join(siteFolder, "screenshots");
	mkdirSync(screenshots, { recursive: true });
	await writeMapSite(Object.fromEntries(names.map(name => [name, messagesOf(name)])));
	const browser = await launchBrowser(await ensureHost());
	try {
		const faults: string[] = [];
		for (const name of names) {
			for (const theme of ["light", "dark", "high-contrast"]) {
				const page = await openState(browser, `map-${name}.${theme}`, faults);
				await page.setViewportSize({ width: 1280, height: 800 });
				await settle(page);
				await page.screenshot({ path: join(screenshots, `map-${name}.${theme}.png`) });
				if (theme === "dark") await pictureUse(page, join(screenshots, `map-${name}`));
				if (theme === "light") console.log(`${name}: ${await framesPerSecond(page)} frames a second`);
				await page.context().close();
			}
		}
		console.log(faults.join("\n"));
	} finally {
		await browser.close();
	}
}

/** The messages of a shelf: making those of a large one takes long, so they are kept. */
function messagesOf(name: string): readonly ToMap[] {
	const file = join(siteFolder, `map-${name}.json`);
	if (name === "many" && existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as ToMap[];
	const started = performance.now();
	const messages = mapMessages(shelves[name]?.() ?? []);
	console.log(`${name}: made in ${Math.round(performance.now() - started)} ms`);
	mkdirSync(siteFolder, { recursive: true });
	writeFileSync(file, JSON.stringify(messages));
	return messages;
}

/** Until two frames have passed. */
async function settle(page: Page): Promise<void> {
	await page.evaluate(
		() =>
			new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100)))),
	);
}

/** A search, a topic with a paper close up, and a narrow page. */
async function pictureUse(page: Page, path: string): Promise<void> {
	await page.locator("#search").fill("learning");
	await page.waitForTimeout(400);
	await page.screenshot({ path: `${path}.search.png` });
	await page.locator("#search").fill("");
	await page.waitForTimeout(400);
	await page.locator("#list .row").first().click();
	await page.locator("#list .row[aria-level='2']").nth(1).click();
	for (let i = 0; i < 3; i++) await page.keyboard.press("+");
	await settle(page);
	await page.screenshot({ path: `${path}.topic.png` });
	await page.setViewportSize({ width: 320, height: 700 });
	await settle(page);
	await page.screenshot({ path: `${path}.narrow.png`, fullPage: true });
}

/** How often a second the map is drawn while it is moved and zoomed without a pause. */
async function framesPerSecond(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const canvas = document.querySelector("canvas");
		const frames = 60;
		const started = performance.now();
		for (let i = 0; i < frames; i++) {
			const init = { deltaY: i % 20 < 10 ? -30 : 30, clientX: 400, clientY: 300, cancelable: true };
			canvas?.dispatchEvent(new WheelEvent("wheel", init));
			await new Promise(resolve => requestAnimationFrame(resolve));
		}
		return Math.round((frames * 1000) / (performance.now() - started));
	});
}

run().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
