// Waiting for some time, unless somebody ends it.

/** Ends after so many milliseconds, or when the signal comes. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise(resolve => {
		const end = (): void => {
			clearTimeout(timer);
			signal.removeEventListener("abort", end);
			resolve();
		};
		const timer = setTimeout(end, milliseconds);
		signal.addEventListener("abort", end);
		if (signal.aborted) end();
	});
}
