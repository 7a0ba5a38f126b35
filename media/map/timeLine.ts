// The time line under the map: a bar for each span of days, and two handles between which the map's papers lie.

import type { MapLabels } from "../../src/core/map/mapLabels";
import { dayText, timeLineOf, type TimeLine } from "../../src/core/map/view/dates";
import type { DayRange } from "./model";
import type { Theme } from "./drawing/theme";
import { fill } from "./words";

const barHeight = 40;

export interface TimeLineParts {
	readonly section: HTMLElement;
	readonly bars: HTMLElement;
	readonly canvas: HTMLCanvasElement;
	/** Says which dates are shown. */
	readonly range: HTMLElement;
	readonly reset: HTMLElement;
}

export class TimeLineView {
	readonly #parts: TimeLineParts;
	readonly #labels: MapLabels;
	readonly #changed: (range: DayRange | undefined) => void;
	readonly #handles: readonly [HTMLElement, HTMLElement];
	#line: TimeLine | undefined;
	#undated = 0;
	/** The first and the last bar that are shown. */
	#ends: readonly [number, number] = [0, 0];

	constructor(parts: TimeLineParts, labels: MapLabels, changed: (range: DayRange | undefined) => void) {
		this.#parts = parts;
		this.#labels = labels;
		this.#changed = changed;
		this.#handles = [handle(parts.bars, "from"), handle(parts.bars, "to")];
		for (const end of [0, 1] as const) {
			this.#handles[end].addEventListener("keydown", event => this.#press(event, end));
		}
		parts.bars.addEventListener("pointerdown", event => this.#grab(event));
		parts.bars.addEventListener("dblclick", () => this.reset());
	}

	/** Takes in other dates. A range that was set stays, as far as there are bars for it; it is answered. */
	setDays(days: readonly (number | undefined)[], range: DayRange | undefined): DayRange | undefined {
		const known = days.filter(day => day !== undefined);
		this.#undated = days.length - known.length;
		this.#line = timeLineOf(known);
		this.#parts.section.hidden = this.#line === undefined;
		const spans = this.#line?.spans ?? [];
		const from = range ? spans.findIndex(({ to }) => to > range.from) : 0;
		const to = range ? spans.findLastIndex(each => each.from <= range.to) : spans.length - 1;
		this.#ends = from >= 0 && to >= from ? [from, to] : [0, spans.length - 1];
		this.#describe();
		return this.#range;
	}

	/** Shows all dates. */
	reset(): void {
		this.#set([0, this.#last]);
	}

	draw(theme: Theme): void {
		const { canvas, bars } = this.#parts;
		const context = canvas.getContext("2d");
		if (!this.#line || !context) return;
		const ratio = devicePixelRatio;
		const width = bars.clientWidth;
		canvas.width = Math.round(width * ratio);
		canvas.height = Math.round(barHeight * ratio);
		context.scale(ratio, ratio);
		const { spans } = this.#line;
		const most = spans.reduce((highest, { count }) => Math.max(highest, count), 1);
		const step = width / spans.length;
		for (const [i, { count }] of spans.entries()) {
			if (count === 0) continue;
			// The root, so that a year of one paper is seen beside one of hundreds.
			const height = Math.max(2, Math.sqrt(count / most) * (barHeight - 2));
			const isIn = i >= this.#ends[0] && i <= this.#ends[1];
			context.globalAlpha = isIn ? 1 : 0.3;
			context.fillStyle = isIn ? theme.focus : theme.quiet;
			context.fillRect(i * step, barHeight - height, Math.max(1, step - Math.min(2, step * 0.2)), height);
		}
		this.#handles[0].style.left = `${(100 * this.#ends[0]) / spans.length}%`;
		this.#handles[1].style.left = `${(100 * (this.#ends[1] + 1)) / spans.length}%`;
	}

	get #last(): number {
		return (this.#line?.spans.length ?? 0) - 1;
	}

	get #range(): DayRange | undefined {
		const [from, to] = [this.#line?.spans[this.#ends[0]], this.#line?.spans[this.#ends[1]]];
		if (!from || !to || (this.#ends[0] === 0 && this.#ends[1] === this.#last)) return undefined;
		return { from: from.from, to: to.to - 1 };
	}

	#set([from, to]: readonly [number, number]): void {
		if (from === this.#ends[0] && to === this.#ends[1]) return;
		this.#ends = [from, to];
		this.#describe();
		this.#changed(this.#range);
	}

	#describe(): void {
		const { line, texts } = { line: this.#line, texts: this.#endTexts() };
		if (!line) return;
		const left = this.#range && this.#undated > 0 ? ` · ${fill(this.#labels.undated, this.#undated)}` : "";
		this.#parts.range.textContent = `${texts[0] === texts[1] ? texts[0] : texts.join(" – ")}${left}`;
		this.#parts.reset.hidden = this.#range === undefined;
		for (const end of [0, 1] as const) {
			const limits = end === 0 ? [0, this.#ends[1]] : [this.#ends[0], this.#last];
			this.#handles[end].setAttribute("aria-valuemin", String(limits[0]));
			this.#handles[end].setAttribute("aria-valuemax", String(limits[1]));
			this.#handles[end].setAttribute("aria-valuenow", String(this.#ends[end]));
			this.#handles[end].setAttribute("aria-valuetext", texts[end]);
		}
	}

	#endTexts(): readonly [string, string] {
		const text = (bar: number) => {
			const span = this.#line?.spans[bar];
			return span && this.#line ? dayText(span.from, this.#line.unit) : "";
		};
		return [text(this.#ends[0]), text(this.#ends[1])];
	}

	#press(event: KeyboardEvent, end: 0 | 1): void {
		const steps: Readonly<Record<string, number>> = {
			...{ ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 },
			...{ PageDown: -10, PageUp: 10, Home: -Infinity, End: Infinity },
		};
		const step = steps[event.key];
		if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
		event.preventDefault();
		event.stopPropagation();
		this.#move(end, this.#ends[end] + step);
	}

	#move(end: 0 | 1, to: number): void {
		const [from, until] = this.#ends;
		if (end === 0) this.#set([Math.min(until, Math.max(0, to)), until]);
		else this.#set([from, Math.max(from, Math.min(this.#last, to))]);
	}

	/** A handle is dragged, or a range drawn anew over the bars. */
	#grab(event: PointerEvent): void {
		if (event.button !== 0) return;
		const { bars } = this.#parts;
		const end = this.#handles.findIndex(each => each === event.target);
		const first = this.#barAt(event);
		bars.setPointerCapture(event.pointerId);
		const move = (moved: PointerEvent) => {
			const bar = this.#barAt(moved);
			if (end === 0 || end === 1) this.#move(end, bar);
			else this.#set([Math.min(first, bar), Math.max(first, bar)]);
		};
		const stop = () => {
			bars.removeEventListener("pointermove", move);
			bars.removeEventListener("lostpointercapture", stop);
		};
		bars.addEventListener("pointermove", move);
		bars.addEventListener("lostpointercapture", stop);
	}

	#barAt({ clientX }: PointerEvent): number {
		const { left, width } = this.#parts.bars.getBoundingClientRect();
		const bar = Math.floor(((clientX - left) / Math.max(1, width)) * (this.#last + 1));
		return Math.min(this.#last, Math.max(0, bar));
	}
}

function handle(bars: HTMLElement, name: string): HTMLElement {
	const found = bars.querySelector<HTMLElement>(`.${name}`);
	if (!found) throw new Error(`The page has no handle ${name}.`);
	return found;
}
