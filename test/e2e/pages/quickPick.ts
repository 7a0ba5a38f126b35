// The list that opens at the top: search, the command palette, opening a file.
import type { Locator, Page } from "playwright-core";
import { waitUntil } from "./waiting";

export interface PickRow {
	readonly label: string;
	readonly description: string;
	readonly detail: string;
	/** The parts of the label that are marked. */
	readonly marked: string[];
}

export class QuickPick {
	constructor(private readonly page: Page) {}

	/** The box with title, input and list. */
	get box(): Locator {
		return this.page.locator(".quick-input-widget");
	}

	get input(): Locator {
		return this.box.getByRole("textbox").or(this.box.getByRole("combobox")).first();
	}

	/** Waits until it is open and its input has the focus. */
	async opened(): Promise<void> {
		await this.input.and(this.page.locator(":focus")).waitFor();
	}

	async closed(): Promise<void> {
		await this.box.waitFor({ state: "hidden" });
	}

	/** Replaces what is typed. */
	async fill(text: string): Promise<void> {
		await this.opened();
		await this.input.fill(text);
	}

	/** Types one letter after the other, as a person does. */
	async type(text: string): Promise<void> {
		await this.opened();
		await this.input.pressSequentially(text);
	}

	/** The rows in sight. Their role differs between lists of options and lists of boxes to tick. */
	private get allRows(): Locator {
		return this.box.locator(".monaco-list-row");
	}

	/** A row by the beginning of what is read aloud for it. */
	row(label: string): Locator {
		return this.allRows.and(this.page.locator(`[aria-label^=${JSON.stringify(label)}]`)).first();
	}

	/** The row that Enter would take. */
	get highlighted(): Locator {
		return this.allRows.and(this.page.locator(".focused"));
	}

	/** The rows in sight, from top to bottom. */
	async rows(): Promise<PickRow[]> {
		return this.allRows.evaluateAll(rows => {
			const text = (row: Element, selector: string) => row.querySelector(selector)?.textContent ?? "";
			const place = (row: Element) => Number(row.getAttribute("data-index"));
			return rows
				.sort((a, b) => place(a) - place(b))
				.map(row => ({
					label: text(row, ".label-name"),
					description: text(row, ".label-description"),
					detail: text(row, ".quick-input-list-label-meta"),
					marked: [...row.querySelectorAll(".label-name .highlight")].map(part => part.textContent),
				}));
		});
	}

	/** Waits until the rows in sight are as wanted, and gives them. */
	async rowsBecome(isWanted: (rows: readonly PickRow[]) => boolean): Promise<PickRow[]> {
		let last: PickRow[] = [];
		return waitUntil(
			async () => {
				last = await this.rows();
				return isWanted(last) ? last : undefined;
			},
			() => `the rows did not become as wanted:\n${JSON.stringify(last, undefined, "  ")}`,
		);
	}

	/** Waits for a row, takes it with a click, and waits until its list is gone: closed, or replaced by another. */
	async choose(label: string): Promise<void> {
		const title = await this.input.getAttribute("aria-label");
		const typed = await this.input.inputValue();
		await this.row(label).click();
		const same = `input[aria-label=${JSON.stringify(title)}]`;
		await waitUntil(
			async () => {
				const input = this.box.locator(same);
				if (!(await input.isVisible())) return true;
				return (await input.inputValue({ timeout: 1000 }).catch(() => "")) !== typed;
			},
			() => `the list is still there after choosing "${label}"`,
		);
	}

	/** Ticks a row, where several can be ticked. */
	async tick(label: string): Promise<void> {
		await this.row(label).click();
	}

	/** Clicks a button of a row, as in `Cite`. */
	async rowButton(label: string, button: string | RegExp): Promise<void> {
		await this.row(label).hover();
		await this.row(label).getByRole("button", { name: button }).click();
	}

	/** Clicks a button beside the title, by its tooltip. */
	async titleButton(button: string | RegExp): Promise<void> {
		// A hint that the mouse left behind may cover the buttons.
		await this.page.mouse.move(0, 0);
		await this.page.locator(".monaco-hover:visible, .workbench-hover:visible").first().waitFor({ state: "hidden" });
		await this.box.getByRole("button", { name: button }).first().click();
	}
}
