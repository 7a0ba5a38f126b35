// What depends on one text is worked out once for it.

/** A function that remembers its answers for as long as what they are worked out of, `keyOf` the argument, is kept. */
export function remembered<A, T>(keyOf: (argument: A) => object, make: (argument: A) => T): (argument: A) => T {
	const known = new WeakMap<object, { readonly answer: T }>();
	return argument => {
		const key = keyOf(argument);
		let found = known.get(key);
		if (!found) {
			found = { answer: make(argument) };
			known.set(key, found);
		}
		return found.answer;
	};
}
