// The map of papers: a page in a frame in a frame of the editor.
import type { Frame, Locator, Page } from "playwright-core";
import { waitUntil } from "./waiting";

export class MapView {
	constructor(private readonly page: Page) {}

	/** The map's own document, once it shows papers. */
	async document(): Promise<Frame> {
		return waitUntil(
			async () => {
				for (const frame of this.page.frames()) {
					const list = frame.getByRole("tree", { name: "Papers by topic" });
					if (/\/fake\.html\?id=/.test(frame.url()) && (await list.isVisible().catch(() => false)))
						return frame;
				}
				return undefined;
			},
			() => "no map shows papers",
			60_000,
		);
	}

	/** The editor tab of the map. */
	get tab(): Locator {
		return this.page.getByRole("main").getByRole("tab", { name: "Map of papers" });
	}
}
