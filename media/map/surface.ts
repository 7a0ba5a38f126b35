// What the map is drawn on: the canvas of the page, or the text of an SVG. Both draw the same.

import type { Point } from "../../src/core/map/view/shapes";

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
}

/** Radius of the ring of a starred paper, and widths of lines, in pixels beside the radius of the point. */
const ringGap = 2.5;
const hollowWidth = 1.4;
const haloWidth = 4;

function fontOf(look: TextLook, family: string): string {
	return `${look.isBold ? "600 " : ""}${look.size}px ${family}`;
}

export class CanvasSurface implements Surface {
	readonly #context: CanvasRenderingContext2D;
	readonly #family: string;
	readonly #ratio: number;
	/** Points as small pictures, by how they look: copying one is far quicker than drawing it. */
	readonly #sprites = new Map<string, HTMLCanvasElement>();

	constructor(context: CanvasRenderingContext2D, family: string, ratio: number) {
		this.#context = context;
		this.#family = family;
		this.#ratio = ratio;
	}

	measure(text: string, look: TextLook): number {
		this.#context.font = fontOf(look, this.#family);
		return this.#context.measureText(text).width;
	}

	fill(color: string): void {
		const { canvas } = this.#context;
		this.#context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
		this.#context.globalAlpha = 1;
		this.#context.fillStyle = color;
		this.#context.fillRect(0, 0, canvas.width, canvas.height);
	}

	point({ x, y }: Point, radius: number, look: Look): void {
		// Steps of half a pixel, so that a few pictures serve for all sizes.
		const size = Math.max(1, Math.round(radius * 2) / 2);
		const sprite = this.#sprite(size, look);
		const width = sprite.width / this.#ratio;
		this.#context.globalAlpha = look.opacity;
		this.#context.drawImage(sprite, x - width / 2, y - width / 2, width, width);
		this.#context.globalAlpha = 1;
	}

	circle({ x, y }: Point, radius: number, color: string, width: number): void {
		drawCircle(this.#context, { x, y }, radius);
		this.#context.strokeStyle = color;
		this.#context.lineWidth = width;
		this.#context.stroke();
	}

	text(text: string, { x, y }: Point, look: TextLook): void {
		const context = this.#context;
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
		const context = this.#context;
		context.beginPath();
		for (const { x, y } of line) context.lineTo(x, y);
		context.closePath();
		context.setLineDash([5, 4]);
		context.strokeStyle = color;
		context.lineWidth = 1.5;
		context.stroke();
		context.setLineDash([]);
	}

	#sprite(radius: number, { color, background, isHollow, isSquare, ring }: Look): HTMLCanvasElement {
		const key = [radius, color, isHollow, isSquare, ring].join(" ");
		const known = this.#sprites.get(key);
		if (known) return known;
		const sprite = document.createElement("canvas");
		const half = Math.ceil((radius + (ring === undefined ? 1 : ringGap + 1)) * this.#ratio);
		sprite.width = sprite.height = 2 * half;
		const context = sprite.getContext("2d");
		this.#sprites.set(key, sprite);
		if (!context) return sprite;
		context.translate(half, half);
		context.scale(this.#ratio, this.#ratio);
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
		if (ring === undefined) return sprite;
		drawCircle(context, { x: 0, y: 0 }, radius + ringGap);
		context.strokeStyle = ring;
		context.stroke();
		return sprite;
	}
}

function drawCircle(context: CanvasRenderingContext2D, { x, y }: Point, radius: number): void {
	context.beginPath();
	context.arc(x, y, Math.max(0.1, radius), 0, 2 * Math.PI);
}

/** Collects elements of an SVG; `measure` asks the page's canvas. */
export class SvgSurface implements Surface {
	readonly #parts: string[] = [];
	readonly #canvas: Surface;
	readonly #size: { readonly width: number; readonly height: number };
	readonly #family: string;

	constructor(canvas: Surface, family: string, size: { readonly width: number; readonly height: number }) {
		this.#canvas = canvas;
		this.#family = family;
		this.#size = size;
	}

	get content(): string {
		const { width, height } = this.#size;
		const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${escapeXml(this.#family)}">`;
		return [open, ...this.#parts, "</svg>", ""].join("\n");
	}

	measure(text: string, look: TextLook): number {
		return this.#canvas.measure(text, look);
	}

	fill(color: string): void {
		this.#parts.push(`<rect width="100%" height="100%" fill="${color}"/>`);
	}

	point(at: Point, radius: number, { color, background, isHollow, isSquare, ring, opacity }: Look): void {
		const [x, y] = [round(at.x), round(at.y)];
		const inner = isHollow ? radius - hollowWidth / 2 : radius;
		const paint = isHollow
			? `fill="${background}" stroke="${color}" stroke-width="${hollowWidth}"`
			: `fill="${color}"`;
		const faded = opacity < 1 ? ` opacity="${opacity}"` : "";
		const size = round(2 * inner);
		this.#parts.push(
			isSquare
				? `<rect x="${round(at.x - inner)}" y="${round(at.y - inner)}" width="${size}" height="${size}" ${paint}${faded}/>`
				: `<circle cx="${x}" cy="${y}" r="${round(inner)}" ${paint}${faded}/>`,
		);
		if (ring !== undefined) this.circle(at, radius + ringGap, ring, hollowWidth);
	}

	circle({ x, y }: Point, radius: number, color: string, width: number): void {
		this.#parts.push(
			`<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="none" stroke="${color}" stroke-width="${width}"/>`,
		);
	}

	text(text: string, { x, y }: Point, { size, isBold, color, background }: TextLook): void {
		const weight = isBold ? ` font-weight="600"` : "";
		this.#parts.push(
			`<text x="${round(x)}" y="${round(y)}" font-size="${size}"${weight} text-anchor="middle" dominant-baseline="central" ` +
				`fill="${color}" stroke="${background}" stroke-width="${haloWidth}" stroke-linejoin="round" paint-order="stroke">${escapeXml(text)}</text>`,
		);
	}

	loop(line: readonly Point[], color: string): void {
		const points = line.map(({ x, y }) => `${round(x)},${round(y)}`).join(" ");
		this.#parts.push(`<polygon points="${points}" fill="none" stroke="${color}" stroke-dasharray="5 4"/>`);
	}
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}

function escapeXml(text: string): string {
	const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
	return text.replace(/[&<>"]/g, letter => escapes[letter] ?? "");
}
