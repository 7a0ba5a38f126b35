// Whether work grows with its input and no faster: told as a ratio of processor times, which a slow or a busy machine does
// not change.

import assert from "node:assert/strict";

const factor = 8;

/** More than what grows with its input (and a logarithm) takes for `factor` times as much; the square would take 64. */
const most = 3 * factor;

/** Milliseconds below which it cannot be told how work grows, nor does it matter. */
const least = 8;

/** Milliseconds that the processor worked. */
function processorTime(work: () => void): number {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

/** Fails when `work` of `size` takes far more than eight times as long as of an eighth of it. */
export function assertLinear(work: (size: number) => void, size: number, label = ""): void {
	const few = Math.ceil(size / factor);
	// Code that runs for the first time is slow.
	work(few);
	const short = Math.max(
		least,
		processorTime(() => work(few)),
	);
	let long = processorTime(() => work(size));
	// A collection of garbage that came just then is no growth.
	if (long > most * short)
		long = Math.min(
			long,
			processorTime(() => work(size)),
		);
	assert.ok(long <= most * short, `${label} ${few}: ${short} ms, ${size}: ${long} ms`);
}

/** `unit` again and again, `size` letters in all. */
export function filled(unit: string, size: number): string {
	return unit.repeat(Math.ceil(size / unit.length));
}
