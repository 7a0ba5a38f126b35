// What the reading panel's page does and says: its keys, its links and buttons, and how it takes messages.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { FromPage } from "../../../src/core/protocol";
import { states } from "./papers";

declare const sent: FromPage[];

type Open = (file: string) => Promise<Page>;

const expectedActions = {
	...{ c: "cite", y: "copyCitation", b: "copyBibtex", o: "openOnline" },
	...{ j: "next", k: "previous", ArrowRight: "next", ArrowLeft: "previous" },
};

/** What the page has said since it was asked last. */
async function said(page: Page): Promise<FromPage[]> {
	return page.evaluate(() => sent.splice(0));
}

/** The keys do what the list of keys says, and no more. */
export async function checkKeys(open: Open, accessibilityFaults: (page: Page) => Promise<string[]>): Promise<void> {
	const page = await open("full.dark");
	assert.deepEqual(await said(page), [{ type: "ready" }]);
	for (const [key, action] of Object.entries(expectedActions)) {
		await page.keyboard.press(key);
		assert.deepEqual(await said(page), [{ type: "action", action }], `key ${key}`);
	}
	await page.keyboard.press("Control+c");
	assert.deepEqual(await said(page), [], "a chord of the editor is left alone");
	const keys = page.getByRole("dialog", { name: "Keys" });
	await page.keyboard.press("?");
	assert.equal(await keys.isVisible(), true, "? shows the keys");
	assert.deepEqual(await accessibilityFaults(page), []);
	await page.keyboard.press("j");
	assert.deepEqual(await said(page), [], "no key acts behind the list of keys");
	await page.keyboard.press("Escape");
	assert.equal(await keys.isVisible(), false, "Escape closes the list of keys");
	await page.context().close();
	const last = await open("authors.dark");
	await said(last);
	await last.keyboard.press("j");
	assert.deepEqual(await said(last), [], "there is no next after the last");
	await last.context().close();
}

/** Links and buttons say what was meant; a new paper is announced, keeps the focus, and is remembered. */
export async function checkMessages(open: Open): Promise<void> {
	const page = await open("full.light");
	await said(page);
	const clicked = async (role: "link" | "button", name: string | RegExp) => {
		await page.getByRole(role, { name }).first().click();
		return said(page);
	};
	const arxiv = { type: "link", url: "https://arxiv.org/abs/2409.09173" };
	assert.deepEqual(await clicked("link", "arXiv:2409.09173"), [arxiv]);
	assert.deepEqual(await clicked("button", "Digital pathology"), [{ type: "topic", label: "Digital pathology" }]);
	assert.equal((await clicked("button", /^Towards Robust/))[0]?.type, "open");
	assert.deepEqual(await clicked("button", "Cite"), [{ type: "action", action: "cite" }]);
	assert.deepEqual(await page.evaluate("state"), { id: "arxiv:2409.09173" }, "the page remembers its paper");

	const next = states["math"];
	assert.ok(next?.type === "paper");
	await page.getByRole("button", { name: "Next" }).focus();
	await page.evaluate(message => postMessage(message), next);
	await page.waitForFunction(title => document.getElementById("announcement")?.textContent === title, next.title);
	assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Next", "the focus stays");
	assert.deepEqual(await page.evaluate("state"), { id: next.id });

	await page.evaluate(() => postMessage({ type: "paper", id: "x", html: 5, title: "x" }));
	await page.evaluate(() => postMessage("paper"));
	await page.evaluate(() => new Promise(resolve => setTimeout(resolve)));
	assert.equal(await page.locator("#announcement").textContent(), next.title, "a malformed message changes nothing");
	await page.context().close();
}
