// The reading panel: a page in a frame in a frame of the editor.
import type { Frame, Locator, Page } from "playwright-core";
import { waitUntil } from "./waiting";

export class ReadingPanel {
	constructor(private readonly page: Page) {}

	/** The panel's own document, once it shows a paper; `title` is a part of that paper's title. */
	async document(title?: string | RegExp): Promise<Frame> {
		return waitUntil(
			async () => {
				for (const frame of this.frames) if (await isShown(heading(frame, title))) return frame;
				return undefined;
			},
			() => `no reading panel shows ${String(title ?? "a paper")}`,
		);
	}

	/** The panel's own document, once it shows no paper but says this. */
	async state(text: string | RegExp): Promise<Frame> {
		return waitUntil(
			async () => {
				for (const frame of this.frames) {
					if (await isShown(frame.locator("main > h1").filter({ hasText: text }))) return frame;
				}
				return undefined;
			},
			() => `no reading panel says ${String(text)}`,
		);
	}

	/** The title of the paper that is shown. */
	async title(): Promise<string> {
		return (await heading(await this.document()).innerText()).trim();
	}

	/** Clicks a button of the panel by its name, as in `Cite`. */
	async click(button: string | RegExp): Promise<void> {
		await (await this.document()).getByRole("button", { name: button }).click();
	}

	/** Presses a key inside the panel. */
	async press(keys: string): Promise<void> {
		await (await this.document()).locator("body").press(keys);
	}

	/** The page of a webview lives in an inner frame that VS Code names so, in an outer one of its own. */
	private get frames(): Frame[] {
		return this.page.frames().filter(frame => /\/fake\.html\?id=/.test(frame.url()));
	}

	/** The editor tab of the panel. */
	tab(name: string | RegExp): Locator {
		return this.page.getByRole("main").getByRole("tab", { name });
	}
}

/** The heading of a paper; the states without a paper (loading, gone) have one outside of an article. */
function heading(frame: Frame, title?: string | RegExp): Locator {
	return frame
		.getByRole("article")
		.getByRole("heading", title === undefined ? { level: 1 } : { level: 1, name: title })
		.first();
}

function isShown(locator: Locator): Promise<boolean> {
	// A frame may be replaced while it is asked.
	return locator.isVisible().catch(() => false);
}
