// The sentence around the cursor.

/**
 * The sentence that an offset stands in: between the ends of sentences (a full stop, question or exclamation mark
 * before white space) or empty lines. Behind the last full stop it is the sentence before, which was just typed.
 */
export function passageAt(text: string, offset: number): string {
	const paragraphStart = text.lastIndexOf("\n\n", Math.max(offset - 1, 0)) + 1;
	const paragraphEnd = text.indexOf("\n\n", offset);
	const paragraph = text.slice(paragraphStart, paragraphEnd < 0 ? undefined : paragraphEnd);
	const sentences = [...paragraph.matchAll(/[^.?!]+(?:[.?!](?!\s|$)[^.?!]*)*[.?!]*/g)];
	const within = offset - paragraphStart;
	const found = sentences.filter(match => match.index <= within && match[0].trim() !== "").at(-1);
	return (found?.[0] ?? paragraph).trim();
}
