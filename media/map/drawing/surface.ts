// What the map is drawn on: the canvas of the page here, the text of an SVG in svgSurface.ts. Both draw the same.

import type { Point } from "../../../src/core/map/view/shapes";
import { PixelLayer, type Stamp } from "./pixels";

/** How a point looks. */
export interface Look {
	readonly color: string;
	readonly background: string;
	readonly isHollow: boolean;
	readonly isSquare: boolean;
	/** Colour of a ring around it. */
	readonly ring: string | undefined;
	/** From 0 to 1. */
	readonly opacity: number;
}

export interface TextLook {
	readonly size: number;
	readonly isBold: boolean;
	readonly color: string;
	readonly background: string;
}

export interface Surface {
	/** Width of a text in pixels. */
	measure(text: string, look: TextLook): number;
	fill(color: string): void;
	point(at: Point, radius: number, look: Look): void;
	circle(at: Point, radius: number, color: string, width: number): void;
	/** A text with its middle at a point, and the background around its letters. */
	text(text: string, at: Point, look: TextLook): void;
	/** A closed line, dashed. */
	loop(line: readonly Point[], color: string): void;
	/** All is drawn. */
	finish(): void;
}

/** Widths of lines, in pixels. */
export const hollowWidth = 1.4;
export const ringWidth = 1.2;
export const haloWidth = 4;

/** Pixels from the edge of a starred paper's point to its ring. */
export function ringGap(radius: number): number {
	return Math.min(2.5, 0.8 + radius * 0.5);
}

function fontOf(look: TextLook, family: string): string {
	return `${look.isBold ? "600 " : ""}${look.size}px ${family}`;
}

export class CanvasSurface implements Surface {
	readonly #context: CanvasRenderingContext2D;
	readonly #family: string;
	readonly #ratio: number;
	readonly #stamps = new Map<string, Stamp>();
	readonly #layer: PixelLayer;
	/** Whether there are points in the layer that are not on the canvas yet. */
	#isWaiting = false;

	constructor(context: CanvasRenderingContext2D, family: string, ratio: number) {
		this.#context = context;
		this.#family = family;
		this.#ratio = ratio;
		const { width, height } = context.canvas;
		this.#layer = new PixelLayer(context.createImageData(Math.max(1, width), Math.max(1, height)));
	}

	measure(text: string, look: TextLook): number {
		this.#context.font = fontOf(look, this.#family);
		return this.#context.measureText(text).width;
	}

	fill(color: string): void {
		this.#layer.fill(color);
		this.#isWaiting = true;
	}

	point({ x, y }: Point, radius: number, look: Look): void {
		// Steps of half a pixel, so that a few stamps serve for all sizes.
		const stamp = this.#stamp(Math.max(1, Math.round(radius * 2) / 2), look);
		this.#layer.put(stamp, x * this.#ratio, y * this.#ratio, look.opacity);
		this.#isWaiting = true;
	}

	circle(at: Point, radius: number, color: string, width: number): void {
		const context = this.#drawing;
		drawCircle(context, at, radius);
		context.strokeStyle = color;
		context.lineWidth = width;
		context.stroke();
	}

	text(text: string, { x, y }: Point, look: TextLook): void {
		const context = this.#drawing;
		context.font = fontOf(look, this.#family);
		context.textAlign = "center";
		context.textBaseline = "middle";
		context.lineJoin = "round";
		context.strokeStyle = look.background;
		context.lineWidth = haloWidth;
		context.strokeText(text, x, y);
		context.fillStyle = look.color;
		context.fillText(text, x, y);
	}

	loop(line: readonly Point[], color: string): void {
		const context = this.#drawing;
		context.beginPath();
		for (const { x, y } of line) context.lineTo(x, y);
		context.closePath();
		context.setLineDash([5, 4]);
		context.strokeStyle = color;
		context.lineWidth = 1.5;
		context.stroke();
		context.setLineDash([]);
	}

	finish(): void {
		if (this.#isWaiting) this.#context.putImageData(this.#layer.image, 0, 0);
		this.#isWaiting = false;
	}

	/** The canvas with all points on it, to draw above them. */
	get #drawing(): CanvasRenderingContext2D {
		this.finish();
		this.#context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
		return this.#context;
	}

	#stamp(radius: number, look: Look): Stamp {
		const key = [radius, look.color, look.isHollow, look.isSquare, look.ring].join(" ");
		const known = this.#stamps.get(key);
		if (known) return known;
		const stamp = drawStamp(radius, look, this.#ratio);
		this.#stamps.set(key, stamp);
		return stamp;
	}
}

/** A point drawn once, as pixels. */
function drawStamp(radius: number, { color, background, isHollow, isSquare, ring }: Look, ratio: number): Stamp {
	const half = Math.ceil((radius + (ring === undefined ? 1 : ringGap(radius) + 1)) * ratio);
	const canvas = document.createElement("canvas");
	canvas.width = canvas.height = 2 * half;
	const context = canvas.getContext("2d", { willReadFrequently: true });
	if (!context) return { size: 0, data: new Uint8ClampedArray() };
	context.translate(half, half);
	context.scale(ratio, ratio);
	const inner = isHollow ? radius - hollowWidth / 2 : radius;
	if (isSquare) {
		context.beginPath();
		context.rect(-inner, -inner, 2 * inner, 2 * inner);
	} else drawCircle(context, { x: 0, y: 0 }, inner);
	context.fillStyle = isHollow ? background : color;
	context.fill();
	context.strokeStyle = color;
	context.lineWidth = hollowWidth;
	if (isHollow) context.stroke();
	if (ring !== undefined) {
		drawCircle(context, { x: 0, y: 0 }, radius + ringGap(radius));
		context.strokeStyle = ring;
		context.lineWidth = ringWidth;
		context.stroke();
	}
	return { size: 2 * half, data: context.getImageData(0, 0, 2 * half, 2 * half).data };
}

function drawCircle(context: CanvasRenderingContext2D, { x, y }: Point, radius: number): void {
	context.beginPath();
	context.arc(x, y, Math.max(0.1, radius), 0, 2 * Math.PI);
}
