// Checks the pages of the map by themselves: `tsx test/e2e/states/map/run.ts`.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { launchBrowser } from "../../../host/browser";
import { ensureHost } from "../../../host/install";
import { openState } from "../check";
import { siteFolder } from "../site";
import { checkMapStates } from "./check";

async function run(): Promise<void> {
	mkdirSync(siteFolder, { recursive: true });
	const browser = await launchBrowser(await ensureHost());
	const faults: string[] = [];
	try {
		const checked = await checkMapStates(file => openState(browser, file, faults), faults);
		assert.deepEqual(faults, []);
		console.log(`${checked} pages of the map are well.`);
	} finally {
		await browser.close();
	}
}

run().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
