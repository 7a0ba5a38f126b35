// The document around the reading panel's paper: policy, style, script, the list of keys, and a place for announcements.

import { actionKeys } from "./parts/actions";
import { escapeHtml } from "./escape";
import { englishLabels, type Labels } from "./labels";

export interface PageFrame {
	/** A random value for the one script of the page. */
	readonly nonce: string;
	/** `webview.cspSource`. */
	readonly cspSource: string;
	readonly scriptUri: string;
	readonly styleUri: string;
	readonly title: string;
	readonly labels?: Labels;
}

/** The whole document of the reading panel, before it shows a paper. */
export function pageHtml({ nonce, cspSource, scriptUri, styleUri, title, labels = englishLabels }: PageFrame): string {
	const policy = [
		`default-src 'none'`,
		`style-src ${cspSource}`,
		`script-src 'nonce-${nonce}'`,
		`img-src ${cspSource}`,
		`base-uri 'none'`,
		`form-action 'none'`,
	].join("; ");
	return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapePolicy(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${escapeHtml(styleUri)}">
</head>
<body>
<p id="announcement" class="visually-hidden" role="status"></p>
<main id="page" tabindex="-1"><h1 class="state" aria-busy="true">${escapeHtml(labels.loading)}</h1></main>
${keysHtml(labels)}
<script nonce="${escapeHtml(nonce)}" src="${escapeHtml(scriptUri)}"></script>
</body>
</html>
`;
}

/** Keeps the apostrophes of a policy; everything else as in any attribute. */
function escapePolicy(policy: string): string {
	return escapeHtml(policy).replaceAll("&#39;", "'");
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
