// The map as a list: the papers that it shows by topic, as a tree for keys and screen readers, kept in step with the map.

import type { MapLabels } from "../../src/core/map/mapLabels";
import type { MapModel, TopicPlace } from "./model";
import { fill, marksText } from "./words";

/** Papers of a topic that are listed at first, and each time that more are asked for. */
const pageSize = 100;

export interface ListTarget {
	/** A paper's row got the focus, or was chosen by mouse. */
	readonly look: (number: number) => void;
	readonly open: (number: number) => void;
	readonly topic: (topic: number) => void;
	readonly colorOf: (topic: number) => string;
}

export class PaperList {
	readonly #root: HTMLElement;
	readonly #model: MapModel;
	readonly #labels: MapLabels;
	readonly #target: ListTarget;
	/** Topics that are open, with the number of papers listed. */
	readonly #open = new Map<number, number>();

	constructor(root: HTMLElement, model: MapModel, labels: MapLabels, target: ListTarget) {
		this.#root = root;
		this.#model = model;
		this.#labels = labels;
		this.#target = target;
		root.addEventListener("click", event => this.#click(event));
		root.addEventListener("keydown", event => this.#press(event));
		root.addEventListener("focusin", event => this.#focused(event));
	}

	/** Lists what the map shows now; the row that had the focus keeps it. */
	update(): void {
		const focused = this.#root.contains(document.activeElement) ? keyOf(document.activeElement) : undefined;
		const stop = keyOf(this.#root.querySelector('[tabindex="0"]'));
		const topics = [...this.#model.topicPlaces].sort((a, b) => this.#bestScore(b) - this.#bestScore(a));
		this.#root.replaceChildren(
			...topics.flatMap((topic, place) => this.#topicRows(topic, place + 1, topics.length)),
		);
		const row = this.#row(focused ?? stop) ?? this.#rows()[0];
		if (row) row.tabIndex = 0;
		if (focused !== undefined) row?.focus({ preventScroll: true });
	}

	/** Brings a paper's row into sight, and makes it the one that the focus comes to. */
	show(number: number, takesFocus: boolean): void {
		const topic = this.#model.topicPlaces.find(({ numbers }) => numbers.includes(number));
		if (!topic) return;
		const place = this.#sorted(topic).indexOf(number);
		if ((this.#open.get(topic.topic) ?? 0) <= place) {
			this.#open.set(topic.topic, (Math.floor(place / pageSize) + 1) * pageSize);
			this.update();
		}
		const row = this.#row(`p${number}`);
		if (!row) return;
		this.#setStop(row);
		if (takesFocus) row.focus({ preventScroll: true });
		row.scrollIntoView({ block: "nearest" });
		this.markCurrent();
	}

	focus(): void {
		this.#root.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
	}

	/** Marks the rows of the current paper and the current topic. */
	markCurrent(): void {
		for (const row of this.#rows()) row.setAttribute("aria-selected", String(this.#isCurrent(row)));
	}

	#isCurrent(row: HTMLElement): boolean {
		const { paper, topic } = row.dataset;
		if (paper !== undefined) return Number(paper) === this.#model.current || this.#model.chosen.has(Number(paper));
		return topic !== undefined && Number(topic) === this.#model.topic;
	}

	#bestScore({ numbers }: TopicPlace): number {
		if (!this.#model.isSearching) return 0;
		return numbers.reduce((best, number) => Math.max(best, this.#model.scoreOf(number) ?? 0), 0);
	}

	/** By relevance in a search, else in the order of the shelf. */
	#sorted({ numbers }: TopicPlace): readonly number[] {
		if (!this.#model.isSearching) return numbers;
		return [...numbers].sort((a, b) => (this.#model.scoreOf(b) ?? 0) - (this.#model.scoreOf(a) ?? 0) || a - b);
	}

	/** A topic's row and, when it is open, those of its papers: all on one level of the page, since a row's name is its text. */
	#topicRows(shown: TopicPlace, place: number, of: number): readonly HTMLElement[] {
		const { topic, numbers } = shown;
		const label = topic < 0 ? this.#labels.withoutTopic : (this.#model.topics[topic] ?? "");
		const count = numbers.length === 1 ? this.#labels.paper : fill(this.#labels.papers, numbers.length);
		const listed = this.#open.get(topic) ?? 0;
		const swatch = element("span", "swatch");
		swatch.style.background = this.#target.colorOf(topic);
		const shownCount = element("span", "count", numbers.length.toLocaleString());
		shownCount.setAttribute("aria-hidden", "true");
		const item = row({ key: `t${topic}`, level: 1, place, of }, [
			element("span", "twistie"),
			swatch,
			element("span", "name", label),
			hidden(`, ${count}`),
			shownCount,
		]);
		item.dataset["topic"] = String(topic);
		item.setAttribute("aria-expanded", String(listed > 0));
		item.setAttribute("aria-selected", String(this.#model.topic === topic));
		const more = numbers.length - listed;
		const size = Math.min(listed, numbers.length) + (more > 0 ? 1 : 0);
		const papers = this.#sorted(shown).slice(0, listed);
		const rows = papers.map((number, i) => this.#paperRow(number, i + 1, size));
		return [item, ...rows, ...(listed > 0 && more > 0 ? [this.#moreRow(topic, more, size)] : [])];
	}

	#paperRow(number: number, place: number, of: number): HTMLElement {
		const paper = this.#model.papers[number];
		const { isRead = false, isStarred = false, isCited = false } = paper?.marks ?? {};
		const shapes = `shape ${isRead ? "read" : "unread"}${isStarred ? " starred" : ""}${isCited ? " cited" : ""}`;
		const text = element("span", "text");
		text.append(element("span", "title", paper?.title ?? ""), hidden("; "), element("span", "by", paper?.by ?? ""));
		const marks = paper ? marksText(paper.marks, this.#labels) : "";
		const item = row({ key: `p${number}`, level: 2, place, of }, [
			element("span", shapes),
			text,
			hidden(`; ${marks}`),
		]);
		item.dataset["paper"] = String(number);
		item.setAttribute("aria-selected", String(this.#isCurrent(item)));
		return item;
	}

	#moreRow(topic: number, left: number, place: number): HTMLElement {
		const text = element("span", "more", fill(this.#labels.more, left));
		const item = row({ key: `m${topic}`, level: 2, place, of: place }, [text]);
		item.dataset["more"] = String(topic);
		return item;
	}

	#click({ target }: MouseEvent): void {
		const item = target instanceof Element ? target.closest<HTMLElement>('[role="treeitem"]') : null;
		if (!item) return;
		this.#setStop(item);
		item.focus({ preventScroll: true });
		const { topic, paper, more } = item.dataset;
		if (paper !== undefined) this.#target.open(Number(paper));
		else if (more !== undefined) this.#listMore(Number(more));
		else if (topic !== undefined) {
			const onTwistie = target instanceof Element && target.closest(".twistie") !== null;
			if (onTwistie) this.#expand(Number(topic), !this.#open.has(Number(topic)));
			else this.#activate(Number(topic));
		}
	}

	#activate(topic: number): void {
		this.#open.set(topic, Math.max(pageSize, this.#open.get(topic) ?? 0));
		this.#target.topic(topic);
		this.update();
	}

	#listMore(topic: number): void {
		const before = this.#open.get(topic) ?? 0;
		const shown = this.#model.topicPlaces.find(each => each.topic === topic);
		const next = shown && this.#sorted(shown)[before];
		this.#open.set(topic, before + pageSize);
		this.update();
		if (next !== undefined) this.show(next, true);
	}

	#expand(topic: number, isOpen: boolean): void {
		if (isOpen) this.#open.set(topic, pageSize);
		else this.#open.delete(topic);
		this.update();
	}

	#press(event: KeyboardEvent): void {
		if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
		const item = document.activeElement;
		if (!(item instanceof HTMLElement) || !this.#root.contains(item)) return;
		if (!this.#act(item, event.key)) return;
		event.preventDefault();
		event.stopPropagation();
	}

	/** Does what a key means on a row, as in any tree (ARIA practices, tree view); whether it means anything. */
	#act(item: HTMLElement, key: string): boolean {
		const rows = this.#rows();
		const at = rows.indexOf(item);
		const { topic, paper, more } = item.dataset;
		const isOpen = item.getAttribute("aria-expanded") === "true";
		switch (key) {
			case "ArrowDown":
				return this.#go(rows[at + 1]);
			case "ArrowUp":
				return this.#go(rows[at - 1]);
			case "Home":
				return this.#go(rows[0]);
			case "End":
				return this.#go(rows.at(-1));
			case "ArrowRight":
				if (topic !== undefined && !isOpen) this.#expand(Number(topic), true);
				else if (topic !== undefined) this.#go(rows[at + 1]);
				return true;
			case "ArrowLeft":
				if (topic === undefined)
					this.#go(rows.slice(0, at).findLast(each => each.dataset["topic"] !== undefined));
				else if (isOpen) this.#expand(Number(topic), false);
				return true;
			case "Enter":
				if (paper !== undefined) this.#target.open(Number(paper));
				else if (more !== undefined) this.#listMore(Number(more));
				else this.#activate(Number(topic));
				return true;
			default:
				return false;
		}
	}

	#go(row: HTMLElement | undefined): true {
		if (row) {
			this.#setStop(row);
			row.focus({ preventScroll: true });
			row.scrollIntoView({ block: "nearest" });
		}
		return true;
	}

	#focused({ target }: FocusEvent): void {
		const number = target instanceof HTMLElement ? target.dataset["paper"] : undefined;
		if (number !== undefined) this.#target.look(Number(number));
		this.markCurrent();
	}

	#setStop(row: HTMLElement): void {
		for (const other of this.#root.querySelectorAll<HTMLElement>('[tabindex="0"]')) other.tabIndex = -1;
		row.tabIndex = 0;
	}

	#rows(): readonly HTMLElement[] {
		return [...this.#root.querySelectorAll<HTMLElement>('[role="treeitem"]')];
	}

	#row(key: string | undefined): HTMLElement | undefined {
		return this.#rows().find(each => keyOf(each) === key && key !== undefined);
	}
}

function keyOf(row: Element | null): string | undefined {
	return row instanceof HTMLElement ? row.dataset["key"] : undefined;
}

interface RowPlace {
	readonly key: string;
	readonly level: number;
	/** From 1, among the rows of its level under the same topic. */
	readonly place: number;
	readonly of: number;
}

function row({ key, level, place, of }: RowPlace, parts: readonly HTMLElement[]): HTMLElement {
	const item = element("li", "row");
	item.setAttribute("role", "treeitem");
	item.setAttribute("aria-level", String(level));
	item.setAttribute("aria-posinset", String(place));
	item.setAttribute("aria-setsize", String(of));
	item.dataset["key"] = key;
	item.tabIndex = -1;
	item.append(...parts);
	return item;
}

/** Words that are only spoken. */
function hidden(text: string): HTMLElement {
	return element("span", "visually-hidden", text);
}

function element(name: string, className: string, text = ""): HTMLElement {
	const made = document.createElement(name);
	made.className = className;
	made.textContent = text;
	return made;
}
