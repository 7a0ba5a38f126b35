// Thousands of points, put pixel by pixel into one picture: without a graphics card the canvas takes a quarter of a second
// to copy or fill 10,000 small shapes, this some milliseconds.

/** A small picture of a point: pixels with colour and opacity, row after row. */
export interface Stamp {
	readonly size: number;
	readonly data: Uint8ClampedArray;
}

export class PixelLayer {
	readonly #image: ImageData;
	readonly #pixels: Uint32Array;

	constructor(image: ImageData) {
		this.#image = image;
		this.#pixels = new Uint32Array(image.data.buffer);
	}

	get image(): ImageData {
		return this.#image;
	}

	/** Fills the picture with a colour, `#rrggbb`. */
	fill(color: string): void {
		const { data } = this.#image;
		for (const [i, at] of [1, 3, 5].entries()) data[i] = parseInt(color.slice(at, at + 2), 16) || 0;
		data[3] = 255;
		this.#pixels.fill(this.#pixels[0] ?? 0);
	}

	/** Puts a stamp with its middle at a pixel; `opacity` from 0 to 1. */
	put({ size, data: stamp }: Stamp, x: number, y: number, opacity: number): void {
		const { width, height, data } = this.#image;
		const [left, top] = [Math.round(x - size / 2), Math.round(y - size / 2)];
		const [firstRow, lastRow] = [Math.max(0, -top), Math.min(size, height - top)];
		const [first, last] = [Math.max(0, -left), Math.min(size, width - left)];
		for (let row = firstRow; row < lastRow; row++) {
			let from = (row * size + first) * 4;
			let to = ((top + row) * width + left + first) * 4;
			for (let column = first; column < last; column++, from += 4, to += 4) {
				const alpha = ((stamp[from + 3] ?? 0) / 255) * opacity;
				if (alpha === 0) continue;
				for (let channel = 0; channel < 3; channel++) {
					const before = data[to + channel] ?? 0;
					data[to + channel] = before + ((stamp[from + channel] ?? 0) - before) * alpha;
				}
			}
		}
	}
}
