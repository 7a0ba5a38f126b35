// The buttons of the reading panel: what can be done with the paper, and the way to the previous and the next one.

import type { PageAction } from "../../protocol";
import type { Mark } from "../../states/paperState";
import { escapeHtml } from "../escape";
import { fill, type Labels } from "../labels";

/** A place in a list, counted from 1. */
export interface Position {
	readonly place: number;
	readonly count: number;
}

/** The key of each action, written once for the buttons, the page's listener and the list of keys. */
export const actionKeys: Readonly<Record<PageAction, readonly string[]>> = {
	cite: ["c"],
	copyCitation: ["y"],
	copyBibtex: ["b"],
	openOnline: ["o"],
	read: ["r"],
	star: ["s"],
	later: ["l"],
	done: ["d"],
	hide: ["h"],
	note: ["n"],
	tags: ["t"],
	completeRecord: ["i"],
	previous: ["k", "ArrowLeft"],
	next: ["j", "ArrowRight"],
};

export interface ActionsOptions {
	readonly labels: Labels;
	/** Where the paper can be read on the web, if anywhere. */
	readonly online: string | undefined;
	readonly position: Position | undefined;
	readonly marks: readonly Mark[];
	/** Whether something of the record is missing, so that it may be completed. */
	readonly isIncomplete: boolean;
}

export function actionsHtml({ labels, online, position, marks, isIncomplete }: ActionsOptions): string {
	const open = online === "arXiv" || online === "PubMed" ? fill(labels.openAt, online) : labels.openOnline;
	const first = position !== undefined && position.place <= 1;
	const last = position !== undefined && position.place >= position.count;
	const actions = [
		buttonHtml("cite", labels.cite, { className: "primary" }),
		buttonHtml("copyCitation", labels.copyCitation),
		buttonHtml("copyBibtex", labels.copyBibtex),
		isIncomplete ? buttonHtml("completeRecord", labels.completeRecord) : "",
		online === undefined ? "" : buttonHtml("openOnline", open),
	];
	const place = position === undefined ? "" : escapeHtml(fill(labels.position, position.place, position.count));
	return [
		`<div class="toolbar"><div class="actions" role="group" aria-label="${escapeHtml(labels.actions)}">`,
		...actions,
		`</div><div class="marks" role="group" aria-label="${escapeHtml(labels.marks)}">`,
		...marksHtml(marks, labels),
		`</div><nav class="walk" aria-label="${escapeHtml(labels.papers)}">`,
		buttonHtml("previous", labels.previous, { disabled: first }),
		place === "" ? "" : `<span class="place">${place}</span>`,
		buttonHtml("next", labels.next, { disabled: last }),
		`</nav></div>`,
	].join("");
}

/** A button for each mark, which says whether the paper has it, and those that ask for more. */
function marksHtml(marks: readonly Mark[], labels: Labels): readonly string[] {
	const buttons: readonly (readonly [PageAction, Mark, string])[] = [
		["read", "read", labels.markRead],
		["star", "starred", labels.markStarred],
		["later", "later", labels.markLater],
		["done", "done", labels.markDone],
		["hide", "hidden", labels.markHidden],
	];
	return [
		...buttons.map(([action, mark, label]) => buttonHtml(action, label, { isPressed: marks.includes(mark) })),
		buttonHtml("note", labels.noteEdit),
		buttonHtml("tags", labels.tagsEdit),
	];
}

interface Look {
	readonly className?: string;
	readonly disabled?: boolean;
	/** Of a button that is on or off. */
	readonly isPressed?: boolean;
}

/** A disabled button keeps its place in the tab order, so that walking to the end of the list does not lose the focus. */
function buttonHtml(
	action: PageAction,
	label: string,
	{ className = "secondary", disabled = false, isPressed }: Look = {},
): string {
	const key = actionKeys[action][0] ?? "";
	const text = escapeHtml(label);
	const pressed = isPressed === undefined ? "" : ` aria-pressed="${String(isPressed)}"`;
	const state = disabled ? ` aria-disabled="true"` : pressed;
	return [
		`<button type="button" class="${className}" data-action="${action}" aria-keyshortcuts="${actionKeys[action].join(" ")}"`,
		` title="${text} (${key})"${state}>${text}</button>`,
	].join("");
}
