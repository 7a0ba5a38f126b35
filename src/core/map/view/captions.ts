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
	/** Whether it may move aside; else it stays or goes. */
	readonly isFree: boolean;
}

export interface Page {
	readonly width: number;
	readonly height: number;
}

/** Where a free name is tried, in its own widths and heights: nearest first, above before below. */
const offsets: readonly Point[] = [0, -1, 1, -1.8, 1.8, -2.6, 2.6].flatMap(y =>
	[0, -0.3, 0.3, -0.55, 0.55].map(x => ({ x, y })),
);

/** So much further a name moves, in places of `offsets`, to cover one point less. */
const placesForPoint = 12;

/** More points are not counted: a name in a crowd covers some wherever it is. */
const mostCounted = 600;

/**
 * A box for each caption that finds room on the page; earlier ones choose first. None overlaps another or one of `taken`,
 * and free ones cover few of the points where there is room elsewhere.
 */
export function placeCaptions(
	captions: readonly Caption[],
	page: Page,
	{ taken = [], points = [] }: { readonly taken?: readonly Box[]; readonly points?: readonly Point[] } = {},
): readonly (Box | undefined)[] {
	const used = [...taken];
	const every = Math.ceil(points.length / mostCounted);
	const counted = points.filter((_, i) => i % every === 0);
	return captions.map(caption => {
		let best: Box | undefined;
		let least = Infinity;
		for (const [place, offset] of (caption.isFree ? offsets : offsets.slice(0, 1)).entries()) {
			if (place >= least) break;
			const box = pushedIn(boxAt(caption, offset), page);
			if (!box || used.some(other => overlap(box, other))) continue;
			const covered = caption.isFree ? counted.filter(point => isIn(point, box)).length : 0;
			const cost = place + covered * placesForPoint;
			if (cost < least) [best, least] = [box, cost];
		}
		if (best) used.push(best);
		return best;
	});
}

function boxAt({ at, width, height }: Caption, offset: Point): Box {
	return { x: at.x + (offset.x - 0.5) * width, y: at.y + (offset.y - 0.5) * height, width, height };
}

/** A box that sticks out a little is moved in; one whose middle lies outside has no place. */
function pushedIn(box: Box, page: Page): Box | undefined {
	const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
	if (middleX < 0 || middleY < 0 || middleX > page.width || middleY > page.height) return undefined;
	if (box.width > page.width || box.height > page.height) return undefined;
	return {
		...box,
		x: Math.min(page.width - box.width, Math.max(0, box.x)),
		y: Math.min(page.height - box.height, Math.max(0, box.y)),
	};
}

/** Whether a point, with what is drawn of it around, lies in a box. */
function isIn(point: Point, { x, y, width, height }: Box): boolean {
	const around = 7;
	return (
		point.x > x - around && point.x < x + width + around && point.y > y - around && point.y < y + height + around
	);
}

export function overlap(a: Box, b: Box): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
