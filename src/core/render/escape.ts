// Text of a digest is never trusted: the two escapes that everything shown goes through.

const htmlEntities: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
	"`": "&#96;",
};

/** A text as HTML, safe between tags and inside an attribute in quotes. */
export function escapeHtml(text: string): string {
	return withoutControls(text).replace(/[&<>"'`]/g, character => htmlEntities[character] ?? "");
}

/**
 * A text as Markdown that shows as it is, on one line: every ASCII punctuation character has a backslash, which
 * CommonMark (0.31, "Backslash escapes") allows for all of them, and which also stops addresses from becoming links.
 */
export function escapeMarkdown(text: string): string {
	return withoutControls(text)
		.replace(/\s+/g, " ")
		.trim()
		.replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

/** Without control characters, and without those that turn the direction of the text that follows. */
export function withoutControls(text: string): string {
	// eslint-disable-next-line no-control-regex -- these are the ones to remove
	return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "");
}
