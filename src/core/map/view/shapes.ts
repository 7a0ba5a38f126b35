// Points on the page: which lie inside a drawn line, which is nearest, and which comes next in a direction.

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** Whether a point lies inside a closed line (even-odd rule). */
export function isInside({ x, y }: Point, line: readonly Point[]): boolean {
	let inside = false;
	let before = line.at(-1);
	for (const corner of line) {
		if (before && corner.y > y !== before.y > y) {
			const crossing = ((before.x - corner.x) * (y - corner.y)) / (before.y - corner.y) + corner.x;
			if (x < crossing) inside = !inside;
		}
		before = corner;
	}
	return inside;
}

/** The number of the point nearest to a place, no further than `reach`; -1 when there is none. */
export function nearestPoint(points: readonly (Point | undefined)[], { x, y }: Point, reach: number): number {
	let best = -1;
	let least = reach * reach;
	for (const [i, point] of points.entries()) {
		if (!point) continue;
		const square = (point.x - x) ** 2 + (point.y - y) ** 2;
		// Of two at the same place the later is drawn above.
		if (square > least) continue;
		least = square;
		best = i;
	}
	return best;
}

export type Direction = "left" | "right" | "up" | "down";

/** A point aside counts as so much further away than one straight ahead. */
const asideWeight = 2;

/** The number of the next point from one of them in a direction of the page; -1 when there is none. */
export function nextPoint(points: readonly (Point | undefined)[], from: number, direction: Direction): number {
	const start = points[from];
	if (!start) return points.findIndex(point => point !== undefined);
	let best = -1;
	let least = Infinity;
	for (const [i, point] of points.entries()) {
		if (!point || i === from) continue;
		const [ahead, aside] = along(point.x - start.x, point.y - start.y, direction);
		if (ahead <= 0 || Math.abs(aside) > ahead * 2) continue;
		const distance = ahead + asideWeight * Math.abs(aside);
		if (distance >= least) continue;
		least = distance;
		best = i;
	}
	return best;
}

function along(right: number, down: number, direction: Direction): readonly [ahead: number, aside: number] {
	switch (direction) {
		case "left":
			return [-right, down];
		case "right":
			return [right, down];
		case "up":
			return [-down, right];
		case "down":
			return [down, right];
	}
}
