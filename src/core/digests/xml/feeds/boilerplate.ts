// What publishers write around an abstract in a feed, paragraph by paragraph: some of it says who, where and when.

/** What a text of a feed says. All but the abstract may be missing. */
export interface Said {
	readonly abstract: string;
	/** All authors in one text. */
	readonly authors?: string;
	readonly venue?: string;
	readonly date?: string;
	readonly doi?: string;
	readonly pmid?: string;
}

type Fact = keyof Said;

interface Rule {
	readonly pattern: RegExp;
	/** What the groups of the pattern are. */
	readonly facts?: readonly Fact[];
}

/** Paragraphs that are no part of an abstract, of the length that such lines have. */
const lines: readonly Rule[] = [
	// Nature: `Nature Medicine, Published online: 05 March 2024; doi:10.1038/s41591-…`
	{ pattern: /^(.{2,90}?), Published online: ([^;]{4,40});\s*doi:\s*(10\.\S+)$/i, facts: ["venue", "date", "doi"] },
	// ScienceDirect: `Publication date: May 2024`, `Source: Journal, Volume 12`, `Author(s): …`
	{ pattern: /^(?:Publication date|Available online|Published|Date):?\s+([^.]{4,60})\.?$/i, facts: ["date"] },
	{ pattern: /^Source:\s*(.{2,120}?)(?:,\s*(?:Volume|Issue|Part|Article)\b.*)?$/i, facts: ["venue"] },
	{ pattern: /^Author(?:\(s\)|s)?:\s*(.+)$/i, facts: ["authors"] },
	// PLOS: `by Ann Lee, Bo van Dijk`
	{ pattern: /^by ((?:\p{Lu}[\p{L}.'’-]*[\s,]+)[^.]*(?:\b\p{Lu}\.[^.]*)*)$/u, facts: ["authors"] },
	// Atypon (Wiley, SAGE, Taylor & Francis, Science): `Journal, Volume 3, Issue 2, Page 1-9, March 2024.`
	{ pattern: /^(.{2,120}?), (?:Ahead of Print|EarlyView|Early View|Accepted Article)\.?$/i, facts: ["venue"] },
	{
		pattern:
			/^(.{2,120}?), Volume [^,]{1,20}(?:, [^,]{1,40}){0,4}?, ((?:\d{1,2} )?[A-Z][a-z]+(?:\/[A-Z][a-z]+)? \d{4})\.?$/,
		facts: ["venue", "date"],
	},
	{ pattern: /^Volume [^,]{1,20}, Issue .{1,80}$/ },
	// APS: `[Phys. Rev. Lett. 132, 010101] Published Tue Jan 02, 2024`
	{ pattern: /^\[[^\]]{4,60}\]\s*Published\s+(.{6,40})$/, facts: ["date"] },
	// PubMed: `PMID:38… | DOI:10.…`, and the citation before the abstract
	{ pattern: /^PMID:\s*(\d{1,9})(?:\s*\|\s*(?:PMC:\s*PMC\d+\s*\|\s*)?DOI:\s*(10\.\S+))?$/i, facts: ["pmid", "doi"] },
	{
		pattern: /^.{2,120}?\. \d{4}\b.{0,60}\. doi: (10\.\S+?)\.(?: Online ahead of print\.| eCollection .{4,20}\.)?$/,
		facts: ["doi"],
	},
	// ACS, MDPI and others
	{ pattern: /^DOI:?\s*(?:https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\S+)$/i, facts: ["doi"] },
	{ pattern: /^(.{2,80}?), Vol\. \d+, Pages? [^:]{1,20}:/, facts: ["venue"] },
	{ pattern: /^[\p{L} &]{2,60} doi: (10\.\S+)$/u, facts: ["doi"] },
	{ pattern: /^(?:abstract|summary|highlights)[:.]?$/i },
	{ pattern: /^https?:\/\/\S+$/i },
	{ pattern: /^The post .+ (?:first appeared|appeared first) on .+$/ },
	{
		pattern:
			/^\W{0,3}(?:Read more|Continue reading|Read the full article|Full text|View article|View on|Download PDF|Comments?|Save to library|Tweet|Share)\b.{0,80}$/i,
	},
];

/** Beginnings of a paragraph that are no part of the abstract in it. */
const beginnings: readonly Rule[] = [
	{ pattern: /^arXiv:\S{4,40} Announce Type: [\w-]+\s+Abstract:\s*/ },
	{ pattern: /^([^.]{2,120}?), (?:Ahead of Print|EarlyView|Early View|Accepted Article)\.\s+/i, facts: ["venue"] },
	{
		pattern: /^([^.]{2,120}?), Volume [^,.]{1,20}(?:, [^,.]{1,40}){0,4}?, ((?:\d{1,2} )?[A-Z][a-z]+ \d{4})\.\s+/,
		facts: ["venue", "date"],
	},
	{
		pattern: /^([^.;]{2,90}?), Published online: ([^;]{4,40});\s*doi:\s*(10\.\S+?)(?=[A-Z][a-z]|\s)\s*/,
		facts: ["venue", "date", "doi"],
	},
	{ pattern: /^(?:Abstract|ABSTRACT)(?:\s*[:.—–-]\s*|\s+(?=\p{Lu}))/u },
	{ pattern: /^(?:Summary|SUMMARY)\s*:\s+/ },
];

/** Longest line that a pattern is tried on. */
const longestLine = 5000;

/** Parts a text into its abstract and the facts around it. Paragraphs are parted by blank lines. */
export function sortOut(text: string, title: string): Said {
	const facts: Partial<Record<Fact, string>> = {};
	const kept: string[] = [];
	for (const part of text.split(/\n\s*\n/)) {
		const line = part.replace(/\s+/g, " ").trim();
		if (!/[\p{L}\p{N}]/u.test(line) || line === title || takes(lines, line, facts) !== undefined) continue;
		kept.push(withoutBeginnings(line, facts));
	}
	return { ...facts, abstract: kept.filter(line => line !== "" && line !== facts.venue).join("\n\n") };
}

function withoutBeginnings(line: string, facts: Partial<Record<Fact, string>>): string {
	let rest = line;
	for (const rule of beginnings) rest = rest.slice((takes([rule], rest.slice(0, 400), facts) ?? "").length);
	return rest.trim();
}

/** What the first pattern that matches took off, its facts noted; a fact that is known already stays. */
function takes(rules: readonly Rule[], line: string, facts: Partial<Record<Fact, string>>): string | undefined {
	if (line.length > longestLine) return undefined;
	for (const { pattern, facts: named = [] } of rules) {
		const match = pattern.exec(line);
		if (!match) continue;
		named.forEach((fact, i) => {
			const value = match[i + 1];
			if (value !== undefined && facts[fact] === undefined) facts[fact] = value.replace(/[.,;]$/, "");
		});
		return match[0];
	}
	return undefined;
}
