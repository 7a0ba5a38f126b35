// What the map is drawn by: parts of the map on the page, points in a line, names that do not overlap, days as bars.
import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { densestPlace, overlap, placeCaptions } from "../../../src/core/map/view/captions";
import { dayOf, dayText, timeLineOf } from "../../../src/core/map/view/dates";
import { isInside, nearestPoint, nextPoint, type Point } from "../../../src/core/map/view/shapes";
import { extentOf, fitted, panned, showing, toMap, toPage, zoomed } from "../../../src/core/map/view/viewport";

const number = fc.double({ min: -2, max: 2, noNaN: true });
const point = fc.record({ x: number, y: number });
const seeded = { seed: 11, numRuns: 60 };

suite("the view of the map", () => {
	test("all points are on the page when all are shown, and a point of the page is one of the map", () => {
		fc.assert(
			fc.property(fc.array(point, { minLength: 1, maxLength: 20 }), points => {
				const view = fitted(extentOf(points), 400, 300);
				for (const each of points) {
					const at = toPage(view, each);
					ok(at.x >= 0 && at.x <= 400 && at.y >= 0 && at.y <= 300);
					const back = toMap(view, at);
					ok(Math.abs(back.x - each.x) < 1e-9 && Math.abs(back.y - each.y) < 1e-9);
				}
			}),
			seeded,
		);
	});

	test("zooming keeps the point under the pointer, within limits, and the map never leaves the page", () => {
		const all = fitted({ left: -1, right: 1, bottom: -1, top: 1 }, 400, 400);
		const at = { x: 150, y: 220 };
		const closer = zoomed(all, 3, at, all);
		const [before, after] = [toMap(all, at), toMap(closer, at)];
		ok(Math.abs(before.x - after.x) < 1e-9 && Math.abs(before.y - after.y) < 1e-9);
		equal(zoomed(all, 1e9, at, all).scale, all.scale * 60);
		equal(zoomed(all, 1e-9, at, all).scale, all.scale / 2);
		const away = panned(closer, 1e6, -1e6, all);
		const middle = toPage(all, away);
		ok(middle.x >= 0 && middle.x <= 400 && middle.y >= 0 && middle.y <= 400);
	});

	test("a paper out of sight is brought into it, and one in sight moves nothing", () => {
		const all = fitted({ left: -1, right: 1, bottom: -1, top: 1 }, 400, 400);
		const close = zoomed(all, 8, { x: 200, y: 200 }, all);
		const shown = toPage(showing(close, { x: 0.9, y: -0.8 }, all), { x: 0.9, y: -0.8 });
		ok(shown.x > 0 && shown.x < 400 && shown.y > 0 && shown.y < 400);
		deepEqual(showing(close, { x: 0, y: 0 }, all), close);
	});

	test("a line surrounds what is inside it, whatever its shape", () => {
		const arrow = [
			{ x: 0, y: 0 },
			{ x: 4, y: 0 },
			{ x: 4, y: 4 },
			{ x: 2, y: 1 },
			{ x: 0, y: 4 },
		];
		for (const [x, y, inside] of [
			[0.5, 0.5, true],
			[3.8, 3, true],
			[2, 3, false],
			[5, 1, false],
			[-1, 0, false],
		] as const) {
			equal(isInside({ x, y }, arrow), inside, `${x} ${y}`);
		}
		equal(isInside({ x: 0, y: 0 }, []), false);
	});

	test("the nearest point within reach is found, and none beyond it", () => {
		const points = [{ x: 0, y: 0 }, undefined, { x: 10, y: 0 }, { x: 10, y: 0 }];
		equal(nearestPoint(points, { x: 2, y: 1 }, 5), 0);
		equal(nearestPoint(points, { x: 9, y: 0 }, 5), 3, "of two the one drawn above");
		equal(nearestPoint(points, { x: 5, y: 20 }, 5), -1);
	});

	test("arrows go to the next point ahead, and back", () => {
		const points: readonly Point[] = [
			{ x: 0, y: 0 },
			{ x: 10, y: 1 },
			{ x: 3, y: 30 },
			{ x: 25, y: 0 },
			{ x: -8, y: 2 },
		];
		equal(nextPoint(points, 0, "right"), 1);
		equal(nextPoint(points, 1, "right"), 3);
		equal(nextPoint(points, 0, "down"), 2);
		equal(nextPoint(points, 0, "left"), 4);
		equal(nextPoint(points, 0, "up"), -1);
		equal(nextPoint(points, -1, "up"), 0, "without a start the first one");
	});

	test("a topic's name stands where most of its points are", () => {
		const crowd = Array.from({ length: 20 }, (_, i) => ({ x: 1 + (i % 5) / 100, y: 1 + Math.floor(i / 5) / 100 }));
		const place = densestPlace([{ x: -1, y: -1 }, { x: 0, y: -0.5 }, ...crowd]);
		ok(place && Math.hypot(place.x - 1, place.y - 1) < 0.1);
		equal(densestPlace([]), undefined);
		deepEqual(densestPlace([{ x: 3, y: 4 }]), { x: 3, y: 4 });
	});

	test("names lie on the page, none over another or over what is taken", () => {
		const page = { width: 300, height: 200 };
		const caption = fc.record({
			at: fc.record({ x: fc.integer({ min: -50, max: 350 }), y: fc.integer({ min: -50, max: 250 }) }),
			width: fc.integer({ min: 1, max: 320 }),
			height: fc.integer({ min: 1, max: 40 }),
			isFree: fc.boolean(),
		});
		const points = fc.array(fc.record({ x: fc.integer({ max: 300 }), y: fc.integer({ max: 200 }) }));
		fc.assert(
			fc.property(fc.array(caption, { maxLength: 12 }), points, (captions, crowd) => {
				const taken = [{ x: 100, y: 80, width: 40, height: 20 }];
				const boxes = placeCaptions(captions, page, { taken, points: crowd }).flatMap(box => box ?? []);
				for (const [i, box] of boxes.entries()) {
					ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= 300 && box.y + box.height <= 200);
					for (const other of [...taken, ...boxes.slice(i + 1)]) ok(!overlap(box, other));
				}
			}),
			seeded,
		);
	});

	test("a name makes room for points where it can", () => {
		const caption = { at: { x: 100, y: 100 }, width: 60, height: 20, isFree: true };
		const [box] = placeCaptions([caption], { width: 200, height: 200 }, { points: [{ x: 100, y: 100 }] });
		ok(box && !(box.x < 100 && box.x + 60 > 100 && box.y < 100 && box.y + 20 > 100));
	});
});

suite("the time line", () => {
	test("days become bars of a unit that leaves few enough, and every day is in one", () => {
		const cases: readonly (readonly [string, readonly [number, number, number?][], string | undefined])[] = [
			[
				"one month",
				[
					[2024, 5, 1],
					[2024, 5, 31],
				],
				undefined,
			],
			[
				"some weeks",
				[
					[2024, 5, 2],
					[2024, 7, 3],
					[2024, 6, 9],
				],
				"day",
			],
			[
				"two years",
				[
					[2022, 3, 7],
					[2024, 3, 9],
				],
				"week",
			],
			[
				"nine years",
				[
					[2015, 3, 7],
					[2024, 3, 9],
				],
				"month",
			],
			[
				"months alone",
				[
					[2022, 3],
					[2024, 3],
					[2023, 7],
				],
				"month",
			],
			[
				"years alone",
				[
					[2015, 1],
					[2024, 1],
					[2020, 1],
				],
				"year",
			],
			[
				"a century",
				[
					[1924, 5, 5],
					[2024, 6, 6],
				],
				"year",
			],
			[
				"since Newton",
				[
					[1687, 7, 5],
					[2024, 6, 6],
				],
				"decade",
			],
		];
		for (const [name, dates, unit] of cases) {
			const days = dates.map(([year, month, day]) => dayOf({ year, month, ...(day && { day }) }));
			const line = timeLineOf(days);
			equal(line?.unit, unit, name);
			const spans = line?.spans ?? [];
			ok(spans.length <= 120, name);
			equal(
				spans.reduce((sum, { count }) => sum + count, 0),
				line ? days.length : 0,
				name,
			);
			for (const [i, span] of spans.entries()) if (i > 0) equal(span.from, spans[i - 1]?.to, name);
		}
	});

	test("dates that are none change nothing", () => {
		const days = [dayOf({ year: 2020, month: 1, day: 5 }), dayOf({ year: 2024, month: 4, day: 6 })];
		const slips = [NaN, Infinity, dayOf({ year: 20245 }), dayOf({ year: 3 }), dayOf({ year: 1e9 })];
		deepEqual(timeLineOf([...days, ...slips]), timeLineOf(days));
		equal(timeLineOf([]), undefined);
		equal(timeLineOf(slips), undefined);
	});

	test("a day is said as far as its unit knows it", () => {
		const day = dayOf({ year: 2024, month: 3, day: 9 });
		deepEqual(
			[dayText(day, "day", "en"), dayText(day, "month", "en"), dayText(day, "year", "en")],
			["Mar 9, 2024", "Mar 2024", "2024"],
		);
	});
});
