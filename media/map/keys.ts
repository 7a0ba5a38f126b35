// The keys of the map: everything that mouse and fingers do, from the canvas, from the list, and from anywhere on the page.

import type { Direction } from "../../src/core/map/view/shapes";
import type { PageElements } from "./page";

export interface KeyTarget {
	readonly walk: (direction: Direction) => void;
	readonly pan: (right: number, down: number) => void;
	readonly zoom: (factor: number) => void;
	readonly fit: () => void;
	readonly open: () => void;
	readonly choose: () => void;
	readonly topic: () => void;
	/** To the list, and back. */
	readonly list: () => void;
	/** Whether there was something to take back. */
	readonly escape: () => boolean;
}

/** Pixels that a key moves the map. */
const panStep = 60;
const zoomStep = 1.4;

const directions: Readonly<Record<string, Direction>> = {
	ArrowLeft: "left",
	ArrowRight: "right",
	ArrowUp: "up",
	ArrowDown: "down",
};

const pans: Readonly<Record<Direction, readonly [right: number, down: number]>> = {
	left: [panStep, 0],
	right: [-panStep, 0],
	up: [0, panStep],
	down: [0, -panStep],
};

export class Keys {
	readonly #page: PageElements;
	readonly #target: KeyTarget;

	constructor(page: PageElements, target: KeyTarget) {
		this.#page = page;
		this.#target = target;
		document.addEventListener("keydown", event => {
			if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
			if (page.page.hidden || page.keys.open) return;
			if (this.#press(event)) event.preventDefault();
		});
	}

	/** Whether a key means something where the focus is. */
	#press(event: KeyboardEvent): boolean {
		const { activeElement } = document;
		if (activeElement === this.#page.search) return this.#inSearch(event.key);
		if (activeElement === this.#page.canvas && this.#onCanvas(event)) return true;
		return this.#anywhere(event.key);
	}

	#inSearch(key: string): boolean {
		if (key === "Escape") return this.#target.escape();
		if (key !== "ArrowDown" && key !== "Enter") return false;
		this.#target.list();
		return true;
	}

	#onCanvas({ key, shiftKey }: KeyboardEvent): boolean {
		const direction = directions[key];
		if (direction && shiftKey) this.#target.pan(...pans[direction]);
		else if (direction) this.#target.walk(direction);
		else if (key === "Enter") this.#target.open();
		else return false;
		return true;
	}

	#anywhere(key: string): boolean {
		const meanings: Readonly<Record<string, () => unknown>> = {
			"+": () => this.#target.zoom(zoomStep),
			"=": () => this.#target.zoom(zoomStep),
			"-": () => this.#target.zoom(1 / zoomStep),
			"0": () => this.#target.fit(),
			x: () => this.#target.choose(),
			t: () => this.#target.topic(),
			l: () => this.#target.list(),
			"/": () => this.#page.search.select(),
			"?": () => this.#page.keys.showModal(),
		};
		if (key === "Escape") return this.#target.escape();
		const meaning = meanings[key];
		meaning?.();
		return meaning !== undefined;
	}
}
