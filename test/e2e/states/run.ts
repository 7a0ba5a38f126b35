// Checks the states of the reading panel by themselves: `tsx test/e2e/states/run.ts`. Pages and screenshots, to look at,
// lie in .vscode-test/states afterwards.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "../../host/browser";
import { ensureHost } from "../../host/install";
import { checkStates } from "./check";
import { siteFolder } from "./site";

async function run(): Promise<void> {
	const screenshots = join(siteFolder, "screenshots");
	mkdirSync(screenshots, { recursive: true });
	const browser = await launchBrowser(await ensureHost());
	try {
		console.log(`${await checkStates(browser, { screenshots })} pages of the reading panel are well.`);
	} finally {
		await browser.close();
	}
}

run().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
