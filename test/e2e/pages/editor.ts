// VS Code as its user sees it: everything is found by role and label, and every step waits for what it needs.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { QuickPick } from "./quickPick";
import { ReadingPanel } from "./readingPanel";
import { ShelfView } from "./shelfView";
import { waitUntil } from "./waiting";

/** The modifier of VS Code's key bindings. */
const mod = process.platform === "darwin" ? "Meta" : "Control";

export class Editor {
	readonly shelf: ShelfView;
	readonly pick: QuickPick;
	readonly panel: ReadingPanel;

	constructor(
		/** For what has no method here. */
		readonly page: Page,
		/** The folder that is open, a fresh copy of the sample project. */
		readonly folder: string,
	) {
		this.shelf = new ShelfView(page);
		this.pick = new QuickPick(page);
		this.panel = new ReadingPanel(page);
	}

	/** Presses keys, as in `Mod+Alt+C`; `Mod` is Control, or Command on a Mac. */
	async press(keys: string): Promise<void> {
		await this.page.keyboard.press(keys.replace("Mod", mod));
	}

	/** Types text where the focus is. */
	async type(text: string): Promise<void> {
		await this.page.keyboard.type(text);
	}

	/** Searches the shelf, and opens the first paper of the answer with Enter. */
	async openPaper(words: string, title: string): Promise<void> {
		await this.shelf.icon.waitFor();
		await this.command("Citeshelf: Search papers…");
		await this.pick.type(words);
		await this.pick.rowsBecome(rows => rows[0]?.label.startsWith(title) ?? false);
		await this.press("Enter");
		await this.pick.closed();
		await this.panel.document(title);
	}

	/** Runs a command from the palette by its full name, as in `Citeshelf: Search papers…`. */
	async command(name: string): Promise<void> {
		await this.press("F1");
		await this.pick.fill(`>${name}`);
		await this.pick.choose(name);
	}

	/** Opens a file of the workspace and puts the focus into its text. */
	async open(file: string): Promise<void> {
		await this.press("Mod+P");
		await this.pick.fill(file);
		await this.pick.choose(file);
		await this.tab(file).and(this.page.locator('[aria-selected="true"]')).waitFor();
		await this.text.waitFor();
	}

	/** The tab of an open editor. */
	tab(name: string): Locator {
		return this.page.getByRole("main").getByRole("tab", { name });
	}

	/** The tab of a file with unsaved changes. */
	unsavedTab(file: string): Locator {
		return this.tab(file).and(this.page.locator(".dirty"));
	}

	/** The text of the editor that has the focus, or had it last. */
	get text(): Locator {
		return this.page.getByRole("main").locator(".editor-group-container.active .monaco-editor").first();
	}

	/** The rows of the list that completion shows. */
	get suggestions(): Locator {
		return this.page.locator(".suggest-widget.visible .monaco-list-row");
	}

	/** The rows of the list that the light bulb shows. */
	get actions(): Locator {
		return this.page.locator(".action-widget .monaco-list-row.action");
	}

	/** Puts the cursor behind the first occurrence of a text in the open file. */
	async cursorBehind(text: string): Promise<void> {
		const lines = this.read(await this.openFile()).split("\n");
		const line = lines.findIndex(candidate => candidate.includes(text));
		if (line < 0) throw new Error(`"${text}" is not in the file on disk`);
		await this.cursorAt(line + 1, (lines[line] ?? "").indexOf(text) + text.length + 1);
	}

	/** Puts the cursor at a line and column, both from 1. */
	async cursorAt(line: number, column: number): Promise<void> {
		await this.press("Control+G");
		await this.pick.fill(`:${String(line)}:${String(column)}`);
		await this.press("Enter");
		await this.pick.closed();
		await this.status(`Ln ${String(line)}, Col ${String(column)}`).waitFor();
	}

	/** The name of the file whose tab is selected. */
	private async openFile(): Promise<string> {
		const selected = this.page.locator(".editor-group-container.active").getByRole("tab", { selected: true });
		return (await selected.getAttribute("data-resource-name")) ?? "";
	}

	/** A text of the status bar. */
	status(text: string | RegExp): Locator {
		return this.page.getByRole("status").getByRole("button", { name: text });
	}

	async undo(): Promise<void> {
		await this.press("Mod+Z");
	}

	/** Saves all open files. */
	async saveAll(): Promise<void> {
		await this.command("File: Save All Files");
		await this.page.locator(".tab.dirty").first().waitFor({ state: "detached" });
	}

	/** A file of the workspace as it is on disk. */
	read(file: string): string {
		return readFileSync(join(this.folder, file), "utf8");
	}

	/** Waits until a file on disk is as wanted. */
	async fileBecomes(file: string, isWanted: (text: string) => boolean): Promise<void> {
		await waitUntil(
			() => isWanted(this.read(file)),
			() => `${file} did not become as wanted:\n${this.read(file)}`,
		);
	}

	/** A toast with a message of the extension or the editor. */
	notification(text: string | RegExp): Locator {
		return this.page.locator(".notification-toast").filter({ hasText: text });
	}

	/** Drags the edge of the sidebar until it is this wide, in pixels. */
	async widenSidebar(width: number): Promise<void> {
		const sidebar = this.page.locator('[id="workbench.parts.sidebar"]');
		const { x } = await boxOf(sidebar);
		await this.dragEdge(sidebar, x + width);
	}

	/** Drags the edge between the first editor group and the next to this distance from the window's left. */
	async splitAt(x: number): Promise<void> {
		await this.dragEdge(this.page.locator(".editor-group-container").first(), x);
	}

	private async dragEdge(part: Locator, to: number): Promise<void> {
		const { x, y, width, height } = await boxOf(part);
		const middle = y + height / 2;
		await this.page.mouse.move(x + width + 1, middle);
		await this.page.mouse.down();
		await this.page.mouse.move(to, middle, { steps: 5 });
		await this.page.mouse.up();
		await waitUntil(
			async () => {
				const now = await boxOf(part);
				return Math.abs(now.x + now.width - to) < 20;
			},
			() => `the edge did not follow the mouse to ${String(to)}`,
		);
	}

	/** A dialog that must be answered before anything else. */
	get dialog(): Locator {
		return this.page.locator(".monaco-dialog-box");
	}

	/** Loads the window anew, as after an update of an extension, and waits until it can be used. */
	async reload(): Promise<void> {
		const loaded = this.page.waitForEvent("domcontentloaded");
		await this.press("F1");
		await this.pick.fill(">Developer: Reload Window");
		await this.pick.row("Developer: Reload Window").click();
		await loaded;
		await this.shelf.icon.waitFor({ timeout: 60_000 });
	}

	/** Takes a picture, with the mouse out of the way and nothing moving. */
	async picture(path: string): Promise<void> {
		await this.page.mouse.move(0, 0);
		await this.page.locator(".monaco-hover:visible, .workbench-hover:visible").first().waitFor({ state: "hidden" });
		await this.page.screenshot({ path, animations: "disabled", caret: "hide" });
	}
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
	const box = await locator.boundingBox();
	if (!box) throw new Error("the element is not in sight");
	return box;
}
