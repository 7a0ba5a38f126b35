// What a benchmark is: it measures, and says its figures as a table.

export interface Figures {
	readonly title: string;
	readonly headings: readonly string[];
	readonly rows: readonly (readonly string[])[];
	/** Limits and conditions, one sentence each. */
	readonly notes: readonly string[];
}

/** Milliseconds that `run` takes. */
export function time(run: () => void): number {
	const start = performance.now();
	run();
	return performance.now() - start;
}

/** The value that a share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

/** A time with two or three telling digits. */
export function milliseconds(value: number): string {
	if (value >= 1000) return `${(value / 1000).toFixed(1)} s`;
	return `${value >= 10 ? value.toFixed(0) : value.toPrecision(2)} ms`;
}

export function ratio(value: number, base: number): string {
	return `${(value / base).toPrecision(2)}×`;
}
