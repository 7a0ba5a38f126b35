// The few assertions that integration tests need; Node's own are missing in the web-worker extension host.

/** Fails unless the condition holds. */
export function ok(condition: unknown, message: string): asserts condition {
	if (condition === undefined || condition === null || condition === false) throw new Error(message);
}

/** Fails unless both values have the same shape and content, comparing them as JSON, in the order of their keys. */
export function equal<T>(actual: T, expected: T, message = "values differ"): void {
	const [found, wanted] = [show(actual), show(expected)];
	if (found !== wanted) throw new Error(`${message}\nexpected: ${wanted}\n  actual: ${found}`);
}

/** Fails unless the promise is rejected with a message that matches; gives the error. */
export async function rejects(promise: PromiseLike<unknown>, message: RegExp): Promise<void> {
	const outcome = await Promise.resolve(promise).then(
		() => "nothing was thrown",
		(error: unknown) => (error instanceof Error ? error.message : String(error)),
	);
	ok(message.test(outcome), `expected an error that matches ${String(message)}, but: ${outcome}`);
}

function show(value: unknown): string {
	return value === undefined ? "undefined" : JSON.stringify(value, undefined, "  ");
}
