// Where names stand on the map: a topic's where most of its papers lie close together, none over another.

import type { Point } from "./shapes";

/** Cells of the map in which a topic's papers are counted. */
const cells = 24;

/** The middle of the place where the points lie closest together; nothing when there are none. */
export function densestPlace(points: readonly Point[]): Point | undefined {
	const [first] = points;
	if (!first) return undefined;
	const xs = points.map(({ x }) => x);
	const ys = points.map(({ y }) => y);
	const [left, bottom] = [least(xs), least(ys)];
	const size = Math.max(most(xs) - left, most(ys) - bottom) / cells || 1;
	const counts = new Map<number, number>();
	const column = (x: number) => Math.floor((x - left) / size);
	const row = (y: number) => Math.floor((y - bottom) / size);
	for (const { x, y } of points) {
		// A point counts for the cells around its own as well, so that the edges between cells do not matter.
		for (let i = -1; i <= 1; i++) {
			for (let j = -1; j <= 1; j++) {
				const cell = (row(y) + i) * (cells + 4) + column(x) + j;
				counts.set(cell, (counts.get(cell) ?? 0) + (i === 0 && j === 0 ? 2 : 1));
			}
		}
	}
	let best = first;
	let highest = 0;
	for (const point of points) {
		const count = counts.get(row(point.y) * (cells + 4) + column(point.x)) ?? 0;
		if (count > highest) [best, highest] = [point, count];
	}
	return meanOf(points.filter(({ x, y }) => Math.hypot(x - best.x, y - best.y) <= 2 * size));
}

function meanOf(points: readonly Point[]): Point {
	const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
	return { x: sum.x / points.length, y: sum.y / points.length };
}

function least(values: readonly number[]): number {
	return values.reduce((a, b) => Math.min(a, b), Infinity);
}

function most(values: readonly number[]): number {
	return values.reduce((a, b) => Math.max(a, b), -Infinity);
}

/** A rectangle on the page. */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A name to be placed: its size, and where its middle should be. */
export interface Caption {
	readonly at: Point;
	readonly width: number;
	readonly height: number;
	/** How far it may move from there, in its own heights; 0 when it stays or goes. */
	readonly freedom: number;
}

/**
 * A box for each caption that finds room on the page; earlier ones choose first. None overlaps another or one of `taken`.
 */
export function placeCaptions(
	captions: readonly Caption[],
	page: { readonly width: number; readonly height: number },
	taken: readonly Box[] = [],
): readonly (Box | undefined)[] {
	const used = [...taken];
	return captions.map(caption => {
		for (const box of candidates(caption, page)) {
			if (used.some(other => overlap(box, other))) continue;
			used.push(box);
			return box;
		}
		return undefined;
	});
}

function* candidates({ at, width, height, freedom }: Caption, page: Pick<Box, "width" | "height">): Generator<Box> {
	for (let step = 0; step <= freedom; step++) {
		for (const sign of step === 0 ? [1] : [-1, 1]) {
			const box = { x: at.x - width / 2, y: at.y - height / 2 + sign * step * height * 0.6, width, height };
			const inside = pushedIn(box, page);
			if (inside) yield inside;
		}
	}
}

/** A box that sticks out a little is moved in; one whose middle lies outside has no place. */
function pushedIn(box: Box, page: Pick<Box, "width" | "height">): Box | undefined {
	const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
	if (middleX < 0 || middleY < 0 || middleX > page.width || middleY > page.height) return undefined;
	if (box.width > page.width || box.height > page.height) return undefined;
	return {
		...box,
		x: Math.min(page.width - box.width, Math.max(0, box.x)),
		y: Math.min(page.height - box.height, Math.max(0, box.y)),
	};
}

export function overlap(a: Box, b: Box): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
