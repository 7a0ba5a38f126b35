// Opens the real editor for a story, and closes it whatever happens.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { newPage } from "../host/browser";
import type { Host } from "../host/install";
import { cache, temporaryCopy } from "../host/paths";
import { withServer, type Handler } from "../host/localWeb";
import { startServer, type ServerOptions } from "../host/server";
import { Editor } from "./pages/editor";

/** Where screenshots of failed stories go. */
export const failures = join(cache, "failures");

export interface StoryOptions {
	/** Settings of the workspace, for example the theme. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** Opens the workspace in Restricted Mode. */
	readonly restricted?: boolean;
	readonly viewport?: { readonly width: number; readonly height: number };
	/** Pixels per point; 2 for pictures to be looked at. */
	readonly scale?: number;
	/** Answers what is asked over https, in place of the web. */
	readonly network?: Handler;
	/** Files of the workspace beside the sample project, by path. */
	readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

export class Stage {
	constructor(
		/** What the stories run against, for their titles and pictures. */
		readonly name: string,
		private readonly host: Host,
		private readonly browser: Browser,
		private readonly extension: Pick<ServerOptions, "extension" | "extensions">,
	) {}

	/** Plays a story in a new window on a new copy of the sample project. */
	async play(title: string, options: StoryOptions, story: (editor: Editor) => Promise<void>): Promise<void> {
		const { network } = options;
		if (!network) return this.#play(title, options, story);
		const helpers = [join(__dirname, "network")];
		return withServer(network, ({ port }) =>
			this.#play(title, options, story, { helpers, env: { CITESHELF_TEST_NETWORK: `${port}` } }),
		);
	}

	async #play(
		title: string,
		options: StoryOptions,
		story: (editor: Editor) => Promise<void>,
		more: ServerOptions = {},
	): Promise<void> {
		const folder = workspace(options);
		const restricted = options.restricted === true;
		const server = await startServer(this.host, { ...this.extension, ...more, restricted });
		const page = await newPage(this.browser, {
			...(options.viewport === undefined ? {} : { viewport: options.viewport }),
			deviceScaleFactor: options.scale ?? 1,
		});
		page.setDefaultTimeout(20_000);
		try {
			await page.goto(server.address({ folder }));
			await page.getByRole("tab", { name: /^Explorer/ }).waitFor({ timeout: 60_000 });
			await story(new Editor(page, folder));
		} catch (error) {
			const picture = join(failures, `${this.name} ${title}.png`.replace(/[^\w.]+/g, "-"));
			mkdirSync(failures, { recursive: true });
			await page.screenshot({ path: picture }).catch(() => undefined);
			console.log(`      picture: ${picture}\n      ${(await whatIsSaid(page)).join("\n      ")}`);
			throw error;
		} finally {
			await page.context().close();
			await server.stop();
		}
	}
}

/** What the editor says in words, for those who see no picture: tabs, the list at the top, messages, the status bar. */
async function whatIsSaid(page: Page): Promise<string[]> {
	const parts = {
		tabs: ".tab",
		list: ".quick-input-widget:visible .monaco-list-row",
		dialog: ".monaco-dialog-box",
		messages: ".notification-toast",
		status: ".statusbar-item",
	};
	const said = Object.entries(parts).map(async ([part, selector]) => {
		const texts = await page.locator(selector).allInnerTexts();
		return `${part}: ${texts.map(text => text.replace(/\s+/g, " ").trim()).join(" | ")}`;
	});
	return Promise.all(said).catch(() => []);
}

function workspace(options: StoryOptions): string {
	const folder = temporaryCopy();
	const settings = JSON.stringify(options.settings ?? {});
	for (const [path, content] of Object.entries({ ".vscode/settings.json": settings, ...options.files })) {
		mkdirSync(join(folder, path, ".."), { recursive: true });
		writeFileSync(join(folder, path), content);
	}
	return folder;
}
