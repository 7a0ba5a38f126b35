// What the formats of digests are called, in English; the host translates.

const labels: Readonly<Record<string, string>> = {
	"plain-text": "Plain text",
	markdown: "Markdown",
	"csl-json": "CSL-JSON",
	unreadable: "No text",
};

/** A format's name for a person. */
export function formatLabel(format: string): string {
	return labels[format] ?? format.replace(/-/g, " ").replace(/^[a-z]/, first => first.toUpperCase());
}
