// Waiting for what no locator shows, such as a file on disk or a frame of the page.

/** Looks until the answer is neither false nor undefined; fails with the explanation after some seconds. */
export async function waitUntil<T>(
	look: () => T | Promise<T>,
	explain: () => string,
	limit = 15_000,
): Promise<Exclude<T, false | undefined>> {
	for (const end = Date.now() + limit; Date.now() < end;) {
		const answer = await look();
		if (answer !== false && answer !== undefined) return answer as Exclude<T, false | undefined>;
		// There is no event to wait for here; looking again is the condition, not a guess at a time.
		await new Promise(resolve => setTimeout(resolve, 50));
	}
	throw new Error(explain());
}
