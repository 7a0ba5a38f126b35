// The quotation marks of queries: each of them opens and closes.

export const quotes = '"“”„';

const each = new RegExp(`[${quotes}]`, "g");

export function isQuote(letter: string): boolean {
	return letter !== "" && quotes.includes(letter);
}

/** A text with something else for each of its quotation marks. */
export function replaceQuotes(text: string, other: string): string {
	return text.replace(each, other);
}
