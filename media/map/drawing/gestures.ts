// Mouse, pen and fingers on the map: a drag moves it, or draws around papers; wheel and two fingers zoom; a click points.

import type { Point } from "../../../src/core/map/view/shapes";

export interface GestureTarget {
	/** Whether a drag draws around papers. */
	readonly isLasso: () => boolean;
	readonly hover: (at: Point | undefined) => void;
	readonly click: (at: Point, isAdding: boolean) => void;
	readonly pan: (right: number, down: number) => void;
	readonly zoom: (factor: number, around: Point) => void;
	readonly lasso: (line: readonly Point[], isDone: boolean) => void;
}

/** A pointer that moves less than this many pixels clicks. */
const clickReach = 4;

/** How much one pixel of a wheel zooms. */
const wheelZoom = 0.0016;

export class Gestures {
	readonly #target: GestureTarget;
	/** Pointers that are down, where they are now. */
	readonly #down = new Map<number, Point>();
	#start: Point | undefined;
	#line: Point[] | undefined;
	#isDrag = false;

	constructor(canvas: HTMLElement, target: GestureTarget) {
		this.#target = target;
		canvas.addEventListener("pointerdown", event => this.#press(canvas, event));
		canvas.addEventListener("pointermove", event => this.#move(event));
		canvas.addEventListener("pointerup", event => this.#lift(event));
		canvas.addEventListener("pointercancel", () => this.cancel());
		canvas.addEventListener("pointerleave", () => target.hover(undefined));
		canvas.addEventListener(
			"wheel",
			event => {
				event.preventDefault();
				// Lines or pages instead of pixels; fingers on a touchpad come as small steps with Ctrl.
				const pixels = event.deltaY * (event.deltaMode === 0 ? 1 : 16) * (event.ctrlKey ? 6 : 1);
				target.zoom(Math.exp(-Math.max(-400, Math.min(400, pixels)) * wheelZoom), placeOf(event));
			},
			{ passive: false },
		);
	}

	get isLassoing(): boolean {
		return this.#line !== undefined;
	}

	/** Forgets what was begun. */
	cancel(): void {
		this.#down.clear();
		this.#start = undefined;
		if (this.#line) this.#target.lasso([], false);
		this.#line = undefined;
	}

	#press(canvas: HTMLElement, event: PointerEvent): void {
		if (event.button !== 0) return;
		canvas.setPointerCapture(event.pointerId);
		const at = placeOf(event);
		this.#down.set(event.pointerId, at);
		this.#start = this.#down.size === 1 ? at : undefined;
		this.#isDrag = false;
		const draws = this.#down.size === 1 && (this.#target.isLasso() || event.shiftKey);
		if (this.#line && !draws) this.#target.lasso([], false);
		this.#line = draws ? [at] : undefined;
	}

	#move(event: PointerEvent): void {
		const at = placeOf(event);
		const before = this.#down.get(event.pointerId);
		if (!before) return this.#target.hover(at);
		if (this.#down.size === 2) this.#pinch(event.pointerId, before, at);
		this.#down.set(event.pointerId, at);
		if (!this.#start || this.#down.size > 1) return;
		if (!this.#isDrag && distance(this.#start, at) < clickReach) return;
		if (!this.#isDrag) this.#target.hover(undefined);
		const from = this.#isDrag ? before : this.#start;
		this.#isDrag = true;
		if (this.#line) {
			this.#line.push(at);
			this.#target.lasso(this.#line, false);
		} else this.#target.pan(at.x - from.x, at.y - from.y);
	}

	#pinch(id: number, before: Point, at: Point): void {
		const other = [...this.#down].find(([each]) => each !== id)?.[1];
		if (!other) return;
		const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
		this.#target.pan((at.x - before.x) / 2, (at.y - before.y) / 2);
		this.#target.zoom(distance(at, other) / Math.max(1, distance(before, other)), middle);
	}

	#lift(event: PointerEvent): void {
		if (!this.#down.delete(event.pointerId)) return;
		const at = placeOf(event);
		const line = this.#line;
		this.#line = undefined;
		if (line && this.#isDrag) return this.#target.lasso(line, true);
		if (this.#start && !this.#isDrag) this.#target.click(at, event.shiftKey || event.ctrlKey || event.metaKey);
		this.#start = undefined;
	}
}

function placeOf({ offsetX, offsetY }: MouseEvent): Point {
	return { x: offsetX, y: offsetY };
}

function distance(a: Point, b: Point): number {
	return Math.hypot(a.x - b.x, a.y - b.y);
}
