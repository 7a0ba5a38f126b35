// The layout of the map: the same for the same papers, near for what is alike, and of numbers whatever comes.
import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { layoutMap, type MapInput, type MapPlaces } from "../../../src/core/map/layout";
import { seededRandom } from "../../../src/core/random";

function run(input: MapInput): MapPlaces {
	const steps = layoutMap(input);
	let step = steps.next();
	while (step.done !== true) {
		ok(step.value >= 0 && step.value <= 1);
		step = steps.next();
	}
	return step.value;
}

/** Papers of some groups, each about a direction of its own. */
function groups(count: number, groupCount: number, seed = 1): MapInput & { readonly group: (id: string) => number } {
	const random = seededRandom(seed);
	const dimensions = 12;
	const centres = Array.from({ length: groupCount }, () => Array.from({ length: dimensions }, () => random() - 0.5));
	const ids = Array.from({ length: count }, (_, i) => `p${String(i).padStart(5, "0")}`);
	const vectors = ids.flatMap((_, i) => (centres[i % groupCount] ?? []).map(v => v + 0.15 * (random() - 0.5)));
	return { ids, dimensions, vectors, group: id => Number(id.slice(1)) % groupCount };
}

function places({ ids, xs, ys }: MapPlaces): Record<string, readonly [number, number]> {
	return Object.fromEntries(ids.map((id, i) => [id, [xs[i] ?? NaN, ys[i] ?? NaN] as const]));
}

suite("the layout of the map", () => {
	test("the order of the papers does not matter, and a second run gives the same", () => {
		const input = groups(60, 4);
		const turned = {
			...input,
			ids: [...input.ids].reverse(),
			vectors: [...input.ids.keys()]
				.reverse()
				.flatMap(i => Array.from(input.vectors).slice(i * input.dimensions, (i + 1) * input.dimensions)),
		};
		deepEqual(places(run(input)), places(run(input)));
		deepEqual(places(run(input)), places(run(turned)));
	});

	test("most of a paper's nearest points are of its own group, also among those that were placed afterwards", () => {
		for (const count of [55, 150]) {
			const input = groups(count, 5);
			ok(purity(run(input), input.group) > 0.9, String(count));
		}
		const many = groups(400, 6);
		ok(purity(run({ ...many, together: 150 }), many.group) > 0.9);
	});

	test("new papers find their place among the others, which stay where they are", () => {
		const all = groups(100, 4);
		const before = run({ ...all, ids: all.ids.slice(0, 80) });
		const after = run({ ...all, known: before });
		const [old, now] = [places(before), places(after)];
		for (const id of before.ids) deepEqual(now[id], old[id]);
		ok(purity(after, all.group) > 0.9);
	});

	test("a map is made anew when hardly any of its papers is left", () => {
		const all = groups(100, 3);
		const known = run({ ...all, ids: all.ids.slice(0, 10) });
		deepEqual(places(run({ ...all, known })), places(run(all)));
	});

	test("points lie between -1 and 1 and fill the longer side; one paper lies in the middle", () => {
		const { xs, ys } = run(groups(80, 3));
		const all = [...xs, ...ys];
		ok(Math.abs(Math.max(...all) - 1) < 1e-6 && Math.abs(Math.min(...all) + 1) < 1e-6);
		deepEqual(places(run({ ids: ["a"], dimensions: 2, vectors: [1, 0] })), { a: [0, 0] });
		deepEqual(run({ ids: [], dimensions: 3, vectors: [] }).ids, []);
	});

	test("papers of which nothing is known stand below the others", () => {
		const input = groups(60, 3);
		const vectors = Array.from(input.vectors).fill(0, 0, 5 * input.dimensions);
		const placed = places(run({ ...input, vectors }));
		for (const id of input.ids) equal((placed[id]?.[1] ?? 0) < -1.1, input.ids.indexOf(id) < 5, id);
	});

	test("equal papers get points of their own", () => {
		const ids = Array.from({ length: 100 }, (_, i) => `same${i}`);
		const { xs, ys } = run({ ids, dimensions: 3, vectors: ids.flatMap(() => [1, 2, 3]) });
		equal(new Set(ids.map((_, i) => `${xs[i]} ${ys[i]}`)).size, ids.length);
	});

	test("whatever comes, every paper has one place of finite numbers", () => {
		const numbers = fc.oneof(
			fc.double(),
			fc.constantFrom(0, NaN, Infinity, -Infinity, 1e300, Number.MIN_VALUE),
			fc.integer({ min: -127, max: 127 }),
		);
		const inputs = fc.record({
			ids: fc.array(fc.string({ maxLength: 6 }), { maxLength: 24 }),
			dimensions: fc.integer({ min: 0, max: 4 }),
			vectors: fc.array(numbers, { maxLength: 100 }),
		});
		fc.assert(
			fc.property(inputs, fc.array(numbers, { maxLength: 24 }), (input, coordinates) => {
				const known = {
					ids: input.ids.slice(0, coordinates.length),
					xs: Float32Array.from(coordinates),
					ys: Float32Array.from(coordinates),
				};
				for (const each of [input, { ...input, known }]) {
					const { ids, xs, ys } = run(each);
					deepEqual([...ids], [...new Set(input.ids)].sort());
					ok([...xs, ...ys].every(value => Number.isFinite(value)));
					equal(xs.length, ids.length);
				}
			}),
			{ numRuns: 25, seed: 7 },
		);
	});
});

/** The share of the five nearest points of each paper that are of its group. */
function purity({ ids, xs, ys }: MapPlaces, group: (id: string) => number): number {
	let same = 0;
	const looked = ids.filter((_, i) => i % Math.ceil(ids.length / 200) === 0);
	for (const id of looked) {
		const i = ids.indexOf(id);
		const near = ids
			.map((other, j) => ({ other, far: Math.hypot((xs[i] ?? 0) - (xs[j] ?? 0), (ys[i] ?? 0) - (ys[j] ?? 0)) }))
			.sort((a, b) => a.far - b.far)
			.slice(1, 6);
		same += near.filter(({ other }) => group(other) === group(id)).length / near.length;
	}
	return same / looked.length;
}
