// The map's page: takes the papers that the extension sends, keeps canvas, list and time line in step, and reports what
// the reader asks for by ids and intents. It knows the protocol and what the map is drawn by.

import { isToMap, type FromMap, type MapPaper, type ToMap } from "../../src/core/map/protocol";
import type { Point } from "../../src/core/map/view/shapes";
import { toMap } from "../../src/core/map/view/viewport";
import { CanvasView } from "./drawing/canvasView";
import { Gestures } from "./drawing/gestures";
import { Keys } from "./keys";
import { PaperList } from "./list";
import { MapModel } from "./model";
import { element, labels, pageElements, post, vscode } from "./page";
import { readState, type PageState } from "./state";
import { onThemeChange, readTheme, topicColor } from "./drawing/theme";
import { TimeLineView } from "./timeLine";
import { Tooltip } from "./tooltip";
import { fill, paperLabel } from "./words";

/** Milliseconds after the last letter of a search until it is asked for. */
const typingPause = 150;

const page = pageElements();
const model = new MapModel();
let theme = readTheme();
let restored: PageState | undefined = readState(vscode.getState());
/** Papers that came so far of a shelf that is being sent. */
let arriving: { readonly papers: MapPaper[]; readonly count: number; readonly topics: readonly string[] } | undefined;
let typing: ReturnType<typeof setTimeout> | undefined;
/** What the tree was last asked to show. */
let told = "";

const canvas = new CanvasView(page.canvas, model, theme);
const tooltip = new Tooltip(page.tooltip, page.canvas, labels);
const list = new PaperList(page.list, model, labels, {
	look: number => look(number, { fromList: true }),
	open,
	topic: toggleTopic,
	colorOf: topic => topicColor(theme, topic),
});
const times = new TimeLineView(page.times, labels, range => {
	model.range = range;
	narrowed();
});
const gestures = new Gestures(page.canvas, {
	isLasso: () => page.lasso.getAttribute("aria-pressed") === "true",
	hover: at => hover(at ? canvas.paperAt(at) : -1, at && canvas.topicAt(at)),
	click: (at, isAdding) => {
		const topic = canvas.topicAt(at);
		if (topic === undefined) clicked(canvas.paperAt(at), isAdding);
		else toggleTopic(topic);
	},
	pan: (right, down) => canvas.pan(right, down),
	zoom: (factor, around) => canvas.zoom(factor, around),
	lasso: drawn,
});
const actions: Readonly<Record<string, () => void>> = {
	lasso: () => setLasso(page.lasso.getAttribute("aria-pressed") !== "true"),
	zoomIn: () => canvas.zoom(1.5),
	zoomOut: () => canvas.zoom(1 / 1.5),
	fit: () => canvas.fit(),
	save: () => post({ type: "save" }),
	keys: () => page.keys.showModal(),
	close: () => page.keys.close(),
	clear,
	allDates: () => times.reset(),
	arrange: () => {
		page.keys.close();
		post({ type: "arrange" });
	},
};

new Keys(page, {
	walk: direction => look(canvas.paperBeside(model.current, direction), { isSpoken: true }),
	pan: (right, down) => canvas.pan(right, down),
	zoom: factor => canvas.zoom(factor),
	fit: () => canvas.fit(),
	open: () => open(model.current),
	choose: () => clicked(model.current, true),
	topic: () => toggleTopic(model.papers[model.current]?.topic),
	list: () => (page.list.contains(document.activeElement) ? page.canvas : list).focus(),
	escape,
});
window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
	if (isToMap(data)) void receive(data);
});
document.addEventListener("click", ({ target }) => {
	const action =
		target instanceof Element ? target.closest<HTMLElement>("[data-action]")?.dataset["action"] : undefined;
	if (action !== undefined) actions[action]?.();
});
page.search.addEventListener("input", () => {
	clearTimeout(typing);
	typing = setTimeout(() => search(page.search.value), typingPause);
});
new ResizeObserver(() => {
	tooltip.hide();
	canvas.measure();
	times.draw(theme);
}).observe(page.map);
onThemeChange(() => {
	theme = readTheme();
	canvas.setTheme(theme);
	times.draw(theme);
	list.update();
});
window.addEventListener("pagehide", remember);
document.addEventListener("visibilitychange", remember);
post({ type: "ready" });

async function receive(message: ToMap): Promise<void> {
	switch (message.type) {
		case "state":
			return showState(message.message, message.done);
		case "begin":
			arriving = { papers: [], count: message.count, topics: message.topics };
			return takeShelf();
		case "papers":
			arriving?.papers.push(...message.papers);
			return takeShelf();
		case "marks":
			model.setMarks(message.marks);
			list.update();
			return canvas.draw();
		case "found":
			// What was found for an earlier search must not replace a later one.
			if (message.query !== model.query) return;
			model.setFound(message.found);
			return narrowed();
		case "draw":
			return post({ type: "picture", content: message.format === "svg" ? canvas.svg() : await canvas.png() });
	}
}

function showState(message: string, done: number | undefined): void {
	page.page.hidden = true;
	page.state.hidden = false;
	const text = document.createElement("h1");
	text.className = "state";
	text.textContent = message;
	const parts: HTMLElement[] = [text];
	if (done !== undefined) {
		text.setAttribute("aria-busy", "true");
		const bar = document.createElement("progress");
		bar.setAttribute("aria-label", message);
		bar.value = done;
		parts.push(bar);
	}
	page.state.replaceChildren(...parts);
	if (page.announcement.textContent !== message) page.announcement.textContent = message;
}

/** Shows a shelf once all of it has come. */
function takeShelf(): void {
	if (!arriving || arriving.papers.length < arriving.count) return;
	const { papers, topics } = arriving;
	arriving = undefined;
	page.state.hidden = true;
	page.page.hidden = false;
	model.setShelf(papers, topics);
	const before = restored;
	restored = undefined;
	if (before) {
		model.current = model.numberOf(before.current);
		if (before.topic !== undefined && topics.includes(before.topic)) model.topic = topics.indexOf(before.topic);
		page.search.value = before.query;
	}
	model.range = times.setDays(
		papers.map(({ day }) => day),
		before?.range ?? model.range,
	);
	canvas.measure(before?.view ?? canvas.part);
	search(page.search.value);
	narrowed();
	list.show(model.current, false);
	page.announcement.textContent = said();
}

/** What is shown changed: everything follows. */
function narrowed(): void {
	page.count.textContent = said();
	page.clear.hidden = !model.isNarrowed;
	list.update();
	times.draw(theme);
	canvas.draw();
	tellTree();
	remember();
}

function said(): string {
	const { chosen, shownCount: shown, papers } = model;
	if (chosen.size > 0) return chosen.size === 1 ? labels.chosenOne : fill(labels.chosen, chosen.size);
	if (model.isSearching && model.topic === undefined && model.range === undefined) {
		if (shown === 0) return labels.foundNone;
		return shown === 1 ? labels.foundOne : fill(labels.found, shown);
	}
	if (shown < papers.length) return fill(labels.papersOf, shown, papers.length);
	return shown === 1 ? labels.paper : fill(labels.papers, shown);
}

/** The tree shows what was chosen on the map, or its topic; it is left alone before that. */
function tellTree(): void {
	const { topic, chosenIds: ids } = model;
	const label = topic === undefined ? undefined : model.topics[topic];
	const message: FromMap =
		ids.length === 0 && label !== undefined ? { type: "topic", label } : { type: "choose", ids };
	const now = ids.length === 0 && label === undefined ? "" : JSON.stringify(message);
	if (now === told) return;
	told = now;
	post(message);
}

function search(text: string): void {
	const query = text.trim();
	if (query === model.query && (query === "" || model.isSearching)) return;
	model.query = query;
	if (query !== "") return post({ type: "search", query });
	model.setFound(undefined);
	narrowed();
}

/** Makes a paper the current one, on the map and in the list. */
function look(number: number, { fromList = false, isSpoken = false } = {}): void {
	const paper = model.papers[number];
	if (!paper) return;
	model.current = number;
	if (fromList) list.markCurrent();
	else list.show(number, false);
	canvas.bringIntoSight(number);
	canvas.drawNow();
	const point = canvas.pointOf(number);
	if (point) tooltip.show(paper, topicLabel(paper), point);
	if (isSpoken) page.announcement.textContent = paperLabel(paper, topicLabel(paper), labels);
	remember();
}

function topicLabel({ topic }: MapPaper): string | undefined {
	return model.topics[topic];
}

/** A paper, or the name of a topic, which is above it, is under the mouse. */
function hover(under: number, topic: number | undefined): void {
	const number = topic === undefined ? under : -1;
	page.canvas.style.cursor = number >= 0 || topic !== undefined ? "pointer" : "";
	if (number === model.hovered) return;
	model.hovered = number;
	const paper = model.papers[number];
	const point = canvas.pointOf(number);
	if (paper && point) tooltip.show(paper, topicLabel(paper), point);
	else tooltip.hide();
	canvas.draw();
}

function clicked(number: number, isAdding: boolean): void {
	if (number < 0) return tooltip.hide();
	if (!isAdding) return open(number);
	model.toggleChosen(number);
	look(number);
	narrowed();
}

function open(number: number): void {
	const paper = model.papers[number];
	if (!paper) return;
	look(number);
	post({ type: "open", id: paper.id });
}

function toggleTopic(topic: number | undefined): void {
	if (topic === undefined) return;
	model.choose([]);
	model.topic = model.topic === topic ? undefined : topic;
	narrowed();
	page.announcement.textContent = said();
}

function drawn(line: readonly Point[], isDone: boolean): void {
	tooltip.hide();
	canvas.setLasso(isDone ? [] : [...line]);
	if (!isDone) return;
	model.chooseInside(line.map(point => toMap(canvas.view, point)));
	setLasso(false);
	narrowed();
	page.announcement.textContent = said();
}

function setLasso(isOn: boolean): void {
	page.lasso.setAttribute("aria-pressed", String(isOn));
	page.map.classList.toggle("lassoing", isOn);
}

/** Takes back one thing after another; whether there was one. */
function escape(): boolean {
	if (gestures.isLassoing) gestures.cancel();
	else if (page.lasso.getAttribute("aria-pressed") === "true") setLasso(false);
	else if (model.chosen.size > 0) model.choose([]);
	else if (model.topic !== undefined) model.topic = undefined;
	else if (model.query !== "" || page.search.value !== "") {
		page.search.value = "";
		search("");
	} else if (model.range) times.reset();
	else return false;
	narrowed();
	page.announcement.textContent = said();
	return true;
}

function clear(): void {
	model.choose([]);
	model.topic = undefined;
	page.search.value = "";
	search("");
	times.reset();
	narrowed();
	element("canvas").focus();
	page.announcement.textContent = said();
}

function remember(): void {
	if (model.papers.length === 0) return;
	const { current, topic, query, range } = model;
	const view = canvas.part;
	const id = model.papers[current]?.id;
	const label = topic === undefined ? undefined : model.topics[topic];
	vscode.setState({
		query,
		...(view && { view }),
		...(id !== undefined && { current: id }),
		...(label !== undefined && { topic: label }),
		...(range && { range }),
	});
}
