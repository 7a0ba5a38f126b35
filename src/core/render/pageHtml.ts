// The document around the reading panel's paper: the list of keys, and a place for announcements.

import { actionKeys } from "./parts/actions";
import { documentHtml, type DocumentFrame } from "./documentHtml";
import { escapeHtml } from "./escape";
import { englishLabels, type Labels } from "./labels";

export interface PageFrame extends DocumentFrame {
	readonly title: string;
	readonly labels?: Labels;
}

/** The whole document of the reading panel, before it shows a paper. */
export function pageHtml({ title, labels = englishLabels, ...frame }: PageFrame): string {
	const body = `<p id="announcement" class="visually-hidden" role="status"></p>
<main id="page" tabindex="-1"><h1 class="state" aria-busy="true">${escapeHtml(labels.loading)}</h1></main>
${keysHtml(labels)}`;
	return documentHtml(frame, { title, hasImages: true, body });
}

function keysHtml(labels: Labels): string {
	const rows: readonly (readonly [readonly string[], string])[] = [
		[actionKeys.next, labels.keyNext],
		[actionKeys.previous, labels.keyPrevious],
		[actionKeys.cite, labels.keyCite],
		[actionKeys.copyCitation, labels.copyCitation],
		[actionKeys.copyBibtex, labels.copyBibtex],
		[actionKeys.openOnline, labels.openOnline],
		[actionKeys.read, labels.keyRead],
		[actionKeys.star, labels.keyStar],
		[actionKeys.later, labels.keyLater],
		[actionKeys.done, labels.keyDone],
		[actionKeys.hide, labels.keyHide],
		[actionKeys.note, labels.keyNote],
		[actionKeys.tags, labels.keyTags],
		[actionKeys.completeRecord, labels.completeRecord],
		[["?"], labels.keyHelp],
	];
	const list = rows.map(([keys, label]) => {
		const shown = keys.map(key => `<kbd>${escapeHtml(keyName(key))}</kbd>`).join(" ");
		return `<div><dt>${shown}</dt><dd>${escapeHtml(label)}</dd></div>`;
	});
	return [
		`<dialog id="keys" aria-labelledby="keys-heading"><h2 id="keys-heading">${escapeHtml(labels.keys)}</h2>`,
		`<dl>${list.join("")}</dl>`,
		`<button type="button" class="secondary" data-close>${escapeHtml(labels.close)}</button></dialog>`,
	].join("");
}

function keyName(key: string): string {
	return { ArrowLeft: "←", ArrowRight: "→" }[key] ?? key;
}
