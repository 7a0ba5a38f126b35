// Which part of the map is looked at: from the map's coordinates to pixels of the page, and back.

import type { Point } from "./shapes";

export interface Viewport {
	/** The point of the map in the middle. */
	readonly x: number;
	readonly y: number;
	/** Pixels for 1 of the map. */
	readonly scale: number;
	/** Of the page, in pixels. */
	readonly width: number;
	readonly height: number;
}

export interface Extent {
	readonly left: number;
	readonly right: number;
	readonly bottom: number;
	readonly top: number;
}

/** The smallest zoom shows all with this factor around it, the largest shows a part of that size. */
const widest = 0.5;
const narrowest = 60;

/** Pixels kept free around the points when all are shown. */
const margin = 28;

export function extentOf(points: Iterable<Point>): Extent {
	let extent: Extent = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
	for (const { x, y } of points) {
		extent = {
			left: Math.min(extent.left, x),
			right: Math.max(extent.right, x),
			bottom: Math.min(extent.bottom, y),
			top: Math.max(extent.top, y),
		};
	}
	return extent.left <= extent.right ? extent : { left: -1, right: 1, bottom: -1, top: 1 };
}

/** The whole extent in the middle of a page of that size. */
export function fitted({ left, right, bottom, top }: Extent, width: number, height: number): Viewport {
	const across = Math.max(1, width - 2 * margin) / Math.max(right - left, 0.2);
	const up = Math.max(1, height - 2 * margin) / Math.max(top - bottom, 0.2);
	return { x: (left + right) / 2, y: (bottom + top) / 2, scale: Math.min(across, up), width, height };
}

export function toPage(view: Viewport, { x, y }: Point): Point {
	return { x: view.width / 2 + (x - view.x) * view.scale, y: view.height / 2 - (y - view.y) * view.scale };
}

export function toMap(view: Viewport, { x, y }: Point): Point {
	return { x: view.x + (x - view.width / 2) / view.scale, y: view.y - (y - view.height / 2) / view.scale };
}

/** Zoomed by a factor around a point of the page, which stays where it is; not beyond what is of use. */
export function zoomed(view: Viewport, factor: number, around: Point, all: Viewport): Viewport {
	const scale = Math.min(all.scale * narrowest, Math.max(all.scale * widest, view.scale * factor));
	const fixed = toMap(view, around);
	return kept(
		{
			...view,
			scale,
			x: fixed.x - (around.x - view.width / 2) / scale,
			y: fixed.y + (around.y - view.height / 2) / scale,
		},
		all,
	);
}

/** Moved by pixels of the page. */
export function panned(view: Viewport, right: number, down: number, all: Viewport): Viewport {
	return kept({ ...view, x: view.x - right / view.scale, y: view.y + down / view.scale }, all);
}

/** With a point of the map in sight, moved no further than needed. */
export function showing(view: Viewport, point: Point, all: Viewport): Viewport {
	const { x, y } = toPage(view, point);
	const outside = (at: number, size: number) => {
		const edge = Math.min(margin, size / 4);
		return at < edge ? edge - at : at > size - edge ? size - edge - at : 0;
	};
	return panned(view, outside(x, view.width), outside(y, view.height), all);
}

/** The middle of the page never leaves the map. */
function kept(view: Viewport, all: Viewport): Viewport {
	const [across, up] = [all.width / 2 / all.scale, all.height / 2 / all.scale];
	return {
		...view,
		x: Math.min(all.x + across, Math.max(all.x - across, view.x)),
		y: Math.min(all.y + up, Math.max(all.y - up, view.y)),
	};
}
