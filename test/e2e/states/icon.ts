// Draws media/icon.png, which the Marketplace wants, from media/icon.svg: `tsx test/e2e/states/icon.ts`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "../../host/browser";
import { ensureHost } from "../../host/install";
import { root } from "../../host/paths";

async function drawIcon(): Promise<void> {
	const browser = await launchBrowser(await ensureHost());
	try {
		const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
		const svg = readFileSync(join(root, "media", "icon.svg"), "utf8");
		await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
		await page.screenshot({ path: join(root, "media", "icon.png"), omitBackground: true });
	} finally {
		await browser.close();
	}
}

drawIcon().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
