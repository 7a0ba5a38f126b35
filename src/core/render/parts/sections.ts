// The parts that the reading panel is made of: sections with headings, and lists.

import { escapeHtml } from "../escape";

export interface Section {
	readonly id: string;
	readonly heading: string;
	readonly body: string;
	/** Whether the heading is for screen readers only. */
	readonly quiet?: boolean;
}

/** A part of the page under its heading; nothing without a body. */
export function sectionHtml({ id, heading, body, quiet = false }: Section): string {
	if (body === "") return "";
	const hidden = quiet ? ` class="visually-hidden"` : "";
	const title = `<h2 id="${id}-heading"${hidden}>${escapeHtml(heading)}</h2>`;
	return `<section class="${id}-section" aria-labelledby="${id}-heading">${title}${body}</section>`;
}

/** A list of items that are HTML already; nothing without items. */
export function listHtml(className: string, items: readonly string[], label?: string): string {
	if (items.length === 0) return "";
	const name = label === undefined ? "" : ` aria-label="${escapeHtml(label)}"`;
	return `<ul class="${className}" role="list"${name}>${items.map(item => `<li>${item}</li>`).join("")}</ul>`;
}
