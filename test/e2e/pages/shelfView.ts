// The Citeshelf view in the sidebar: the tree of topics and papers, its message and its buttons.
import type { Locator, Page } from "playwright-core";

/** A row as it is read aloud and as it is seen. */
export interface Row {
	readonly label: string;
	readonly level: number;
	/** Undefined when the row holds no others. */
	readonly isExpanded: boolean | undefined;
}

/** A file as it comes from outside the editor. */
export interface DroppedFile {
	readonly name: string;
	readonly content: string;
}

export class ShelfView {
	constructor(private readonly page: Page) {}

	/** Opens the view from the activity bar, unless it is open, and waits until its tree has rows. */
	async open(): Promise<void> {
		await this.icon.waitFor();
		if ((await this.icon.getAttribute("aria-selected")) !== "true") await this.icon.click();
		await this.title.waitFor();
		await this.tree.getByRole("treeitem").first().waitFor();
	}

	/** The icon in the activity bar, which is there as soon as the extension's commands are. */
	get icon(): Locator {
		return this.page.getByRole("tab", { name: /^Citeshelf/ }).first();
	}

	/** The title over the view. */
	get title(): Locator {
		return this.page.getByRole("heading", { name: "Citeshelf: Papers" });
	}

	get tree(): Locator {
		return this.page.getByRole("tree", { name: "Papers" });
	}

	/** The rows whose spoken label has this text; the tree renders only the rows that are in sight. */
	row(label: string | RegExp): Locator {
		return this.tree.getByRole("treeitem", { name: label });
	}

	/** The rows in sight, from top to bottom. */
	async rows(): Promise<Row[]> {
		const found = await this.tree.getByRole("treeitem").evaluateAll(rows =>
			rows.map(row => ({
				label: row.getAttribute("aria-label") ?? "",
				level: Number(row.getAttribute("aria-level")),
				expanded: row.getAttribute("aria-expanded"),
				top: row.getBoundingClientRect().top,
			})),
		);
		// The document's order is the one in which rows were rendered, not the one in which they are seen.
		found.sort((a, b) => a.top - b.top);
		return found.map(({ label, level, expanded }) => ({
			label,
			level,
			isExpanded: expanded === null ? undefined : expanded === "true",
		}));
	}

	/** Opens a topic's row, if it is closed. */
	async expand(label: string | RegExp): Promise<void> {
		const row = this.row(label).first();
		await row.waitFor();
		if ((await row.getAttribute("aria-expanded")) === "true") return;
		await row.locator(".monaco-tl-twistie").click();
		await row.and(this.page.locator('[aria-expanded="true"]')).waitFor();
		const inside = Number(await row.getAttribute("aria-level")) + 1;
		await this.tree
			.locator(`[aria-level="${String(inside)}"]`)
			.first()
			.waitFor();
	}

	/** Clicks a row. */
	async click(label: string | RegExp): Promise<void> {
		await this.row(label).first().locator(".monaco-icon-label").click();
	}

	/** Clicks an inline action of a row, as in `Insert citation…`. */
	async rowAction(label: string | RegExp, action: string | RegExp): Promise<void> {
		const row = this.row(label).first();
		await row.hover();
		await row.getByRole("button", { name: action }).click();
	}

	/** Chooses an entry of a row's context menu. */
	async contextMenu(label: string | RegExp, entry: string | RegExp): Promise<void> {
		await this.row(label).first().click({ button: "right" });
		const item = this.page.getByRole("menuitem", { name: entry });
		await item.hover();
		// A new menu ignores clicks at first, since its own right click ends above it.
		await this.page.keyboard.press("Enter");
		await item.waitFor({ state: "detached" });
	}

	/** Clicks a button over the view, as in `Search papers…`. */
	async titleAction(action: string | RegExp): Promise<void> {
		await this.title.hover();
		await this.page
			.getByRole("toolbar", { name: "Citeshelf: Papers actions" })
			.getByRole("button", { name: action })
			.click();
	}

	/** The text that the view shows above its tree, such as that it is filtered. */
	get message(): Locator {
		return this.page.locator(".tree-explorer-viewlet-tree-view .message");
	}

	/** Drops onto the tree what is dragged: files from outside, and texts by their types. */
	async drop(dragged: { files?: readonly DroppedFile[]; texts?: Readonly<Record<string, string>> }): Promise<void> {
		const row = this.tree.getByRole("treeitem").first();
		await row.evaluate(
			async (target, { files, texts }) => {
				const transfer = new DataTransfer();
				for (const { name, content } of files) transfer.items.add(new File([content], name));
				for (const [type, text] of Object.entries(texts)) transfer.setData(type, text);
				const { left, top } = target.getBoundingClientRect();
				const init = {
					dataTransfer: transfer,
					bubbles: true,
					cancelable: true,
					clientX: left + 40,
					clientY: top + 8,
				};
				for (const type of ["dragenter", "dragover", "drop"]) {
					target.dispatchEvent(new DragEvent(type, init));
					// The tree takes notice of what hovers above it before it takes the drop.
					await new Promise(resolve => setTimeout(resolve, 100));
				}
			},
			{ files: dragged.files ?? [], texts: dragged.texts ?? {} },
		);
	}
}
