// Checks the map's page in a browser: every state in every theme passes axe and holds at 320 px; keys, mouse, list, time
// line and pictures do what they say.
import assert from "node:assert/strict";
import { englishMapLabels } from "../../../../src/core/map/mapLabels";
import { isFromMap, type FromMap, type ToMap } from "../../../../src/core/map/protocol";
import type { Page } from "playwright-core";
import { samplePapers } from "../../../samplePapers";
import { accessibilityFaults } from "../../pages/accessibility";
import { narrowFaults } from "../check";
import { mapMessages } from "./shelves";
import { writeMapSite } from "./site";

declare const sent: FromMap[];

type Open = (file: string) => Promise<Page>;

/** A digest's script must stay a text, in the list as on the map. */
const hostile = `<img src=x onerror="alert(1)"> & "quoted" \u202e`;

function states(): Readonly<Record<string, readonly ToMap[]>> {
	const papers = samplePapers();
	const [first] = papers;
	const one = first ? [{ ...first, title: hostile }] : [];
	return {
		sample: mapMessages(papers),
		noTopics: mapMessages(papers, false),
		one: mapMessages(one),
		empty: [{ type: "state", message: "There are no papers on the shelf yet." }],
		loading: [{ type: "state", message: "55 papers are being placed by likeness…", done: 0.4 }],
	};
}

/** Adds all that is wrong to `faults`; resolves with the number of pages checked. */
export async function checkMapStates(open: Open, faults: string[]): Promise<number> {
	const files = await writeMapSite(states());
	for (const file of files) {
		const page = await open(file);
		const found = [...(await accessibilityFaults(page)), ...(await narrowFaults(page))];
		faults.push(...found.map(fault => `${file}: ${fault}`));
		await page.context().close();
	}
	await checkList(await open("map-sample.light"));
	await checkMap(await open("map-sample.dark"));
	await checkTimes(await open("map-sample.light"));
	await checkMessages(await open("map-sample.high-contrast"));
	return files.length;
}

/** What the page has said since it was asked last. */
async function said(page: Page): Promise<FromMap[]> {
	return page.evaluate(() => sent.splice(0));
}

const count = (page: Page) => page.locator("#count").textContent();

/** The list is walked by keys as any tree, filters by topic, and opens papers. */
async function checkList(page: Page): Promise<void> {
	assert.deepEqual(await said(page), [{ type: "ready" }]);
	const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
	await page.locator("#canvas").focus();
	await page.keyboard.press("l");
	assert.match(await focused(), /^Health records and clinical text, 8 papers/);
	await page.keyboard.press("ArrowRight");
	await page.keyboard.press("ArrowRight");
	assert.match(await focused(), /unread|read/);
	const paper = await focused();
	await page.keyboard.press("ArrowLeft");
	await page.keyboard.press("Enter");
	assert.deepEqual(await said(page), [{ type: "topic", label: "Health records and clinical text" }]);
	assert.equal(await count(page), "8 of 55 papers");
	await page.keyboard.press("ArrowDown");
	assert.equal(await focused(), paper);
	await page.keyboard.press("Enter");
	const [opened] = await said(page);
	assert.equal(opened?.type, "open");
	await page.keyboard.press("Escape");
	assert.deepEqual(await said(page), [{ type: "choose", ids: [] }]);
	assert.equal(await focused(), paper, "the focus stays on the paper");
	await page.keyboard.press("End");
	assert.match(await focused(), /^Emergency departments, 1 paper/);
	assert.deepEqual(await accessibilityFaults(page), []);
	await page.context().close();
}

/** The map is walked by keys, searched, drawn around, and zoomed; its keys are shown. */
async function checkMap(page: Page): Promise<void> {
	await said(page);
	await page.locator("#canvas").focus();
	const heard = () => page.locator("#announcement").textContent();
	const walked = new Set<string | null>();
	for (const key of ["ArrowDown", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"]) {
		await page.keyboard.press(key);
		walked.add(await heard());
	}
	assert.ok(walked.size >= 3, "arrows go to other papers, and each is spoken");
	await page.keyboard.press("x");
	await page.keyboard.press("Enter");
	const [chosen, opened] = await said(page);
	assert.ok(chosen?.type === "choose" && chosen.ids.length === 1);
	assert.deepEqual(opened, { type: "open", id: chosen.ids[0] });
	await page.keyboard.press("Escape");
	await page.keyboard.press("/");
	await page.keyboard.type("pathology");
	await page.waitForFunction(() => /match/.test(document.getElementById("count")?.textContent ?? ""));
	assert.match((await count(page)) ?? "", /^\d papers match$/);
	await page.keyboard.press("Escape");
	assert.equal(await count(page), "55 papers");
	await said(page);
	await lassoAll(page);
	const [drawn] = await said(page);
	assert.ok(drawn?.type === "choose" && drawn.ids.length > 30, "the lasso chooses the papers inside");
	await page.getByRole("button", { name: englishMapLabels.clear }).click();
	assert.deepEqual(await said(page), [{ type: "choose", ids: [] }]);
	await page.locator("#canvas").focus();
	await page.keyboard.press("?");
	assert.equal(await page.getByRole("dialog", { name: "Keys" }).isVisible(), true);
	assert.deepEqual(await accessibilityFaults(page), []);
	await page.context().close();
}

/** Draws around most of the map. */
async function lassoAll(page: Page): Promise<void> {
	await page.getByRole("button", { name: englishMapLabels.lasso }).click();
	const box = await page.locator("#canvas").boundingBox();
	if (!box) throw new Error("The map is not seen.");
	const corner = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
	await page.mouse.move(...corner(0.01, 0.01));
	await page.mouse.down();
	for (const [x, y] of [
		[0.99, 0.01],
		[0.99, 0.99],
		[0.01, 0.99],
	] as const)
		await page.mouse.move(...corner(x, y));
	await page.mouse.up();
}

/** The time line's handles are sliders that narrow the map down, and are taken back. */
async function checkTimes(page: Page): Promise<void> {
	const from = page.getByRole("slider", { name: "From" });
	assert.equal(await from.getAttribute("aria-valuetext"), "Sep 2019");
	await from.press("End");
	assert.match((await count(page)) ?? "", /^\d+ of 55 papers$/);
	await from.press("Home");
	assert.equal(await count(page), "55 papers");
	await page.getByRole("slider", { name: "To" }).press("PageDown");
	await page.getByRole("button", { name: englishMapLabels.allDates }).click();
	assert.equal(await count(page), "55 papers");
	await page.context().close();
}

/** Pictures are drawn as asked, marks change points, and what is no message changes nothing. */
async function checkMessages(page: Page): Promise<void> {
	await said(page);
	const svg = await drawnAs(page, "svg");
	assert.ok(typeof svg === "string" && svg.includes("Digital pathology"));
	assert.ok((svg.match(/<circle|<rect x/g) ?? []).length >= 55);
	const bytes = await page.evaluate(async () => {
		postMessage({ type: "draw", format: "png" });
		while (sent.length === 0) await new Promise(resolve => setTimeout(resolve, 20));
		const [picture] = sent.splice(0);
		return picture?.type === "picture" && typeof picture.content !== "string"
			? [...picture.content].slice(0, 4)
			: [];
	});
	const [, x, y] = /x="([\d.]+)" y="([\d.]+)"[^>]*>Digital pathology</.exec(svg) ?? [];
	await page.locator("#canvas").click({ position: { x: Number(x), y: Number(y) } });
	assert.deepEqual(await said(page), [{ type: "topic", label: "Digital pathology" }], "a click on a topic's name");
	await page.keyboard.press("Escape");
	await said(page);
	assert.deepEqual(bytes, [0x89, 0x50, 0x4e, 0x47]);
	await page.evaluate(() => postMessage({ type: "papers", papers: [{ id: 5 }] }));
	await page.evaluate(() => postMessage("begin"));
	assert.equal(await count(page), "55 papers");
	await page.evaluate(() => dispatchEvent(new Event("pagehide")));
	assert.deepEqual(await page.evaluate("state"), { query: "" }, "the page remembers what it shows");
	await page.context().close();
}

async function drawnAs(page: Page, format: "svg"): Promise<unknown> {
	await page.evaluate(asked => postMessage({ type: "draw", format: asked }), format);
	await page.waitForFunction(() => sent.length > 0);
	const [picture] = await said(page);
	assert.ok(isFromMap(picture) && picture.type === "picture");
	return picture.content;
}
