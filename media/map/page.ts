// The elements of the page, found once, the editor's side of it, and the labels that came with it.

import { englishMapLabels, type MapLabels } from "../../src/core/map/mapLabels";
import type { FromMap } from "../../src/core/map/protocol";
import type { PageState } from "./state";
import type { TimeLineParts } from "./timeLine";

declare function acquireVsCodeApi(): {
	postMessage(message: FromMap): void;
	getState(): unknown;
	setState(state: PageState): void;
};

export const vscode = acquireVsCodeApi();

export function post(message: FromMap): void {
	vscode.postMessage(message);
}

export const labels: MapLabels = readLabels(document.body.dataset["labels"] ?? "{}");

/** What the extension said; English for what it did not. */
function readLabels(json: string): MapLabels {
	const given = JSON.parse(json) as Partial<Record<string, unknown>>;
	const entries = Object.entries(englishMapLabels).map(([name, english]) => {
		const label = given[name];
		return [name, typeof label === "string" ? label : english] as const;
	});
	return Object.fromEntries(entries) as MapLabels;
}

export interface PageElements {
	readonly page: HTMLElement;
	readonly state: HTMLElement;
	readonly announcement: HTMLElement;
	readonly search: HTMLInputElement;
	readonly count: HTMLElement;
	readonly clear: HTMLElement;
	readonly lasso: HTMLElement;
	readonly map: HTMLElement;
	readonly canvas: HTMLCanvasElement;
	readonly tooltip: HTMLElement;
	readonly list: HTMLElement;
	readonly keys: HTMLDialogElement;
	readonly times: TimeLineParts;
}

export function pageElements(): PageElements {
	return {
		page: element("page"),
		state: element("state"),
		announcement: element("announcement"),
		search: element("search") as HTMLInputElement,
		count: element("count"),
		clear: actionElement("clear"),
		lasso: actionElement("lasso"),
		map: element("map"),
		canvas: element("canvas") as HTMLCanvasElement,
		tooltip: element("tooltip"),
		list: element("list"),
		keys: element("keys") as HTMLDialogElement,
		times: {
			section: element("times"),
			bars: element("bars"),
			canvas: element("barCanvas") as HTMLCanvasElement,
			range: element("range"),
			reset: actionElement("allDates"),
		},
	};
}

export function element(id: string): HTMLElement {
	return found(`#${id}`);
}

function actionElement(action: string): HTMLElement {
	return found(`[data-action="${action}"]`);
}

function found(selector: string): HTMLElement {
	const element = document.querySelector<HTMLElement>(selector);
	if (!element) throw new Error(`The page has no element ${selector}.`);
	return element;
}
