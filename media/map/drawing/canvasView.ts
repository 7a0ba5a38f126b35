// The canvas of the map: draws the scene when something changed, at most once a frame, and knows where each paper is on it.

import type { Box } from "../../../src/core/map/view/captions";
import { nearestPoint, nextPoint, type Direction, type Point } from "../../../src/core/map/view/shapes";
import { extentOf, fitted, panned, showing, zoomed, type Viewport } from "../../../src/core/map/view/viewport";
import type { MapModel } from "../model";
import { paint, type Drawn, type Scene } from "./painter";
import { CanvasSurface, type Surface } from "./surface";
import { SvgSurface } from "./svgSurface";
import type { Theme } from "./theme";

/** How near a pointer must come to a paper's middle, in pixels. */
const reach = 14;

/** Pictures have so many pixels for each of the page. */
const pictureRatio = 2;

export class CanvasView {
	readonly #canvas: HTMLCanvasElement;
	readonly #model: MapModel;
	#theme: Theme;
	#surface: CanvasSurface | undefined;
	#all: Viewport;
	#view: Viewport;
	/** Whether all of the map is looked at, whatever its size. */
	#isFitted = true;
	#lasso: readonly Point[] = [];
	#drawn: Drawn = { points: [], names: [] };
	#isAsked = false;

	constructor(canvas: HTMLCanvasElement, model: MapModel, theme: Theme) {
		this.#canvas = canvas;
		this.#model = model;
		this.#theme = theme;
		this.#all = fitted(extentOf([]), 1, 1);
		this.#view = this.#all;
	}

	/** The part that is looked at; nothing when that is all. */
	get part(): Pick<Viewport, "x" | "y" | "scale"> | undefined {
		const { x, y, scale } = this.#view;
		return this.#isFitted ? undefined : { x, y, scale };
	}

	setTheme(theme: Theme): void {
		this.#theme = theme;
		this.#surface = undefined;
		this.draw();
	}

	/** Takes up the size of the page and the extent of the papers anew, keeping the part that is looked at. */
	measure(part = this.part): void {
		const { clientWidth, clientHeight } = this.#canvas;
		const [width, height] = [Math.max(1, clientWidth), Math.max(1, clientHeight)];
		this.#all = fitted(extentOf(this.#model.papers), width, height);
		this.#isFitted = part === undefined;
		this.#view = part === undefined ? this.#all : panned({ ...this.#all, ...part }, 0, 0, this.#all);
		const [across, up] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)];
		if (this.#canvas.width !== across) this.#canvas.width = across;
		if (this.#canvas.height !== up) this.#canvas.height = up;
		this.#surface = undefined;
		this.draw();
	}

	fit(): void {
		this.measure(undefined);
		this.#isFitted = true;
		this.#view = this.#all;
		this.draw();
	}

	/** Zooms around a point of the page; else around the paper that is looked at, or the middle. */
	zoom(factor: number, around?: Point): void {
		const middle = { x: this.#view.width / 2, y: this.#view.height / 2 };
		const point = around ?? this.#drawn.points[this.#model.current] ?? middle;
		this.#look(zoomed(this.#view, factor, point, this.#all));
	}

	pan(right: number, down: number): void {
		this.#look(panned(this.#view, right, down, this.#all));
	}

	/** Moves no further than needed to have a paper in sight. */
	bringIntoSight(number: number): void {
		const paper = this.#model.papers[number];
		if (!paper) return;
		const view = showing(this.#view, paper, this.#all);
		if (view.x !== this.#view.x || view.y !== this.#view.y) this.#look(view);
		else this.draw();
	}

	setLasso(line: readonly Point[]): void {
		this.#lasso = line;
		this.draw();
	}

	/** The paper under a point of the page, of those that are shown; -1 for none. */
	paperAt(at: Point): number {
		return nearestPoint(this.#shownPoints, at, reach);
	}

	/** The topic whose name is at a point of the page; nothing where there is none. */
	topicAt({ x, y }: Point): number | undefined {
		const isAt = (box: Box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
		return this.#drawn.names.find(({ box }) => isAt(box))?.topic;
	}

	/** The shown paper that comes next in a direction; the first in sight when there is none to start from. */
	paperBeside(number: number, direction: Direction): number {
		return nextPoint(this.#shownPoints, number, direction);
	}

	pointOf(number: number): Point | undefined {
		return this.#drawn.points[number];
	}

	/** A point of the page on the map. */
	get view(): Viewport {
		return this.#view;
	}

	/** Draws in the next frame. */
	draw(): void {
		if (this.#isAsked) return;
		this.#isAsked = true;
		requestAnimationFrame(() => {
			this.#isAsked = false;
			this.drawNow();
		});
	}

	drawNow(): void {
		const context = this.#canvas.getContext("2d", { alpha: false });
		if (!context) return;
		this.#surface ??= new CanvasSurface(context, this.#theme.font, devicePixelRatio);
		this.#drawn = paint(this.#scene, this.#surface);
	}

	svg(): string {
		const surface = new SvgSurface(this.#ownSurface(1).surface, this.#theme.font, this.#view);
		paint(this.#scene, surface);
		return surface.content;
	}

	async png(): Promise<Uint8Array> {
		const { canvas, surface } = this.#ownSurface(pictureRatio);
		paint(this.#scene, surface);
		const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, "image/png"));
		return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer());
	}

	get #scene(): Scene {
		const fontSize = parseFloat(getComputedStyle(document.body).fontSize) || 13;
		const { all, view, theme, lasso } = {
			all: this.#all,
			view: this.#view,
			theme: this.#theme,
			lasso: this.#lasso,
		};
		return { model: this.#model, view, all, theme, lasso, fontSize };
	}

	get #shownPoints(): readonly (Point | undefined)[] {
		return this.#drawn.points.map((point, number) => (this.#model.isShown(number) ? point : undefined));
	}

	#look(view: Viewport): void {
		this.#view = view;
		this.#isFitted = false;
		this.draw();
	}

	#ownSurface(ratio: number): { readonly canvas: HTMLCanvasElement; readonly surface: Surface } {
		const canvas = document.createElement("canvas");
		canvas.width = Math.round(this.#view.width * ratio);
		canvas.height = Math.round(this.#view.height * ratio);
		const context = canvas.getContext("2d");
		if (!context) throw new Error("The page cannot draw.");
		return { canvas, surface: new CanvasSurface(context, this.#theme.font, ratio) };
	}
}
