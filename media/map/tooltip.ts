// What a paper on the map is: its title, who wrote it and when, its topic and marks, beside its point.

import type { MapLabels } from "../../src/core/map/mapLabels";
import type { MapPaper } from "../../src/core/map/protocol";
import type { Point } from "../../src/core/map/view/shapes";
import { marksText } from "./words";

/** Pixels between a point and the words about it. */
const distance = 14;

export class Tooltip {
	readonly #root: HTMLElement;
	readonly #map: HTMLElement;
	readonly #labels: MapLabels;

	constructor(root: HTMLElement, map: HTMLElement, labels: MapLabels) {
		this.#root = root;
		this.#map = map;
		this.#labels = labels;
	}

	show({ title, by, marks }: MapPaper, topic: string | undefined, at: Point): void {
		const facts = [by, topic ?? "", marksText(marks, this.#labels)].filter(text => text !== "").join(" · ");
		this.#root.replaceChildren(line("tooltip-title", title), line("tooltip-facts", facts));
		this.#root.hidden = false;
		const { offsetWidth: width, offsetHeight: height } = this.#root;
		const [across, up] = [this.#map.clientWidth, this.#map.clientHeight];
		const left = Math.min(across - width - 4, Math.max(4, at.x - width / 2));
		const above = at.y - height - distance;
		const top = above >= 4 ? above : Math.min(up - height - 4, at.y + distance);
		this.#root.style.left = `${left}px`;
		this.#root.style.top = `${top}px`;
	}

	hide(): void {
		this.#root.hidden = true;
	}
}

function line(className: string, text: string): HTMLElement {
	const made = document.createElement("p");
	made.className = className;
	made.textContent = text;
	return made;
}
