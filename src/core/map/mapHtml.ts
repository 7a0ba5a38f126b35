// The document of the map's page, with everything that the page fills: tools, map, list, time line.

import { documentHtml, type DocumentFrame } from "../render/documentHtml";
import { escapeHtml } from "../render/escape";
import { englishMapLabels, type MapLabels } from "./mapLabels";

export interface MapFrame extends DocumentFrame {
	readonly labels?: MapLabels;
}

/** The whole document of the map, before it shows a paper. */
export function mapHtml({ labels = englishMapLabels, ...frame }: MapFrame): string {
	const body = `<p id="announcement" class="visually-hidden" role="status"></p>
<main id="state"><h1 class="state" aria-busy="true">${escapeHtml(labels.loading)}</h1></main>
<main id="page" hidden>
<h1 class="visually-hidden">${escapeHtml(labels.map)}</h1>
${toolsHtml(labels)}
<div id="map">
<canvas id="canvas" tabindex="0" role="application" aria-label="${escapeHtml(labels.map)}"></canvas>
<div id="tooltip" aria-hidden="true" hidden></div>
</div>
${listHtml(labels)}
${timeLineHtml(labels)}
</main>
${keysHtml(labels)}`;
	const attributes = `data-labels="${escapeHtml(JSON.stringify(labels))}"`;
	return documentHtml(frame, { title: labels.map, attributes, body });
}

function button(action: string, text: string, label?: string): string {
	const spoken = label === undefined ? "" : ` aria-label="${escapeHtml(label)}" title="${escapeHtml(label)}"`;
	return `<button type="button" class="secondary" data-action="${action}"${spoken}>${escapeHtml(text)}</button>`;
}

function toolsHtml(labels: MapLabels): string {
	const search = escapeHtml(labels.search);
	return `<div id="tools">
<input id="search" type="search" aria-label="${search}" placeholder="${search}" autocomplete="off" spellcheck="false">
<p id="said"><span id="count"></span> <button type="button" class="link" data-action="clear" hidden>${escapeHtml(labels.clear)}</button></p>
<div class="actions">
<button type="button" class="secondary" data-action="lasso" aria-pressed="false" title="${escapeHtml(labels.lassoHint)}">${escapeHtml(labels.lasso)}</button>
${button("zoomOut", "−", labels.zoomOut)}
${button("zoomIn", "+", labels.zoomIn)}
${button("fit", labels.fit)}
${button("save", labels.save)}
${button("keys", "?", labels.keys)}
</div>
</div>`;
}

function listHtml(labels: MapLabels): string {
	const legend = [
		["unread", labels.unread],
		["read", labels.read],
		["starred", labels.starred],
		["cited", labels.citedShort],
	].map(([shape, text = ""]) => `<li><span class="shape ${shape}"></span>${escapeHtml(text)}</li>`);
	return `<section id="side" aria-labelledby="list-heading">
<h2 id="list-heading">${escapeHtml(labels.papersByTopic)}</h2>
<ul id="list" role="tree" aria-labelledby="list-heading"></ul>
<ul id="legend" role="list" aria-label="${escapeHtml(labels.legend)}">${legend.join("")}</ul>
</section>`;
}

function timeLineHtml(labels: MapLabels): string {
	const handle = (name: "from" | "to") =>
		`<div class="handle ${name}" role="slider" tabindex="0" aria-label="${escapeHtml(labels[name])}" ` +
		`aria-valuemin="0" aria-valuemax="0" aria-valuenow="0"></div>`;
	return `<section id="times" aria-label="${escapeHtml(labels.timeLine)}" hidden>
<div id="bars"><canvas id="barCanvas" aria-hidden="true"></canvas>${handle("from")}${handle("to")}</div>
<p><span id="range"></span> <button type="button" class="link" data-action="allDates" hidden>${escapeHtml(labels.allDates)}</button></p>
</section>`;
}

function keysHtml(labels: MapLabels): string {
	const rows: readonly (readonly [readonly string[], string])[] = [
		[["←", "↑", "→", "↓"], labels.keyWalk],
		[["Shift+←", "↑", "→", "↓"], labels.keyPan],
		[["+", "−", "0"], labels.keyZoom],
		[["Enter"], labels.keyOpen],
		[["x"], labels.keyChoose],
		[["t"], labels.keyTopic],
		[["/"], labels.keySearch],
		[["l"], labels.keyList],
		[["Esc"], labels.keyEscape],
		[["?"], labels.keyHelp],
	];
	const list = rows.map(([keys, label]) => {
		const shown = keys.map(key => `<kbd>${escapeHtml(key)}</kbd>`).join(" ");
		return `<div><dt>${shown}</dt><dd>${escapeHtml(label)}</dd></div>`;
	});
	return [
		`<dialog id="keys" aria-labelledby="keys-heading"><h2 id="keys-heading">${escapeHtml(labels.keys)}</h2>`,
		`<dl>${list.join("")}</dl>`,
		`<button type="button" class="secondary" data-action="arrange">${escapeHtml(labels.arrange)}</button> `,
		`<button type="button" class="secondary" data-action="close">${escapeHtml(labels.close)}</button></dialog>`,
	].join("");
}
