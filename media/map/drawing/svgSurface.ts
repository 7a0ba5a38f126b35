// The map as the text of an SVG, drawn by the same steps as on the canvas.

import type { Point } from "../../../src/core/map/view/shapes";
import { haloWidth, hollowWidth, ringGap, ringWidth, type Look, type Surface, type TextLook } from "./surface";

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

	finish(): void {
		this.#parts.push("</svg>", "");
	}

	get content(): string {
		const { width, height } = this.#size;
		const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${escapeXml(this.#family)}">`;
		return [open, ...this.#parts].join("\n");
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
		if (ring !== undefined) this.circle(at, radius + ringGap(radius), ring, ringWidth);
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
