// The keys of references that a document holds itself: `\bibitem`, the entries of `filecontents`, items of a YAML list.

/** The keys in a part of a document that holds references. */
export function inlineKeys(text: string): readonly string[] {
	const key =
		/\\bibitem\s*(?:\[[^\]]{0,1000}\])?\s*\{([^{}]+)\}|@\w+\s*[{(]\s*([^\s,{}]+)\s*,|["']?\bid["']?\s*:\s*["']?([^\s"',]+)/g;
	return Array.from(text.matchAll(key), ([, item, entry, id]) => (item ?? entry ?? id ?? "").trim());
}
