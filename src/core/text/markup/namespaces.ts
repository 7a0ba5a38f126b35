// Names of XML elements in one form, whatever prefixes a file binds (Namespaces in XML 1.0). Names without a prefix stay
// as they are: no vocabulary that is read here uses one name for two things without a prefix between them.

/** What the prefix of a namespace is called here, by the beginning of its address; the vocabularies of digests have none. */
const prefixes: readonly (readonly [string, string])[] = [
	["http://www.w3.org/2005/Atom", ""],
	["http://purl.org/atom/", ""],
	["http://purl.org/rss/1.0/modules/content", "content:"],
	["http://purl.org/rss/1.0/modules/slash", "slash:"],
	["http://purl.org/rss/1.0/modules/prism", "prism:"],
	["http://purl.org/rss/1.0/modules/", "module:"],
	["http://purl.org/rss/1.0/", ""],
	["http://my.netscape.com/rdf/simple/", ""],
	["http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf:"],
	["http://purl.org/dc/elements/", "dc:"],
	["http://purl.org/dc/terms/", "dcterms:"],
	["http://prismstandard.org/namespaces/", "prism:"],
	["http://search.yahoo.com/mrss", "media:"],
	["http://arxiv.org/schemas/atom", "arxiv:"],
	["http://a9.com/-/spec/opensearch", "opensearch:"],
	["http://www.openarchives.org/OAI/2.0/oai_dc", "oai_dc:"],
	["http://www.openarchives.org/OAI/", ""],
	["http://arxiv.org/OAI/", ""],
	["http://datacite.org/schema/", ""],
	["http://schema.datacite.org/", ""],
	["http://www.crossref.org/", ""],
	["http://www.ncbi.nlm.nih.gov/JATS1", "jats:"],
	["http://jats.nlm.nih.gov", ""],
	["http://dtd.nlm.nih.gov", ""],
	["http://www.w3.org/1998/Math/MathML", "mml:"],
	["http://www.w3.org/1999/xhtml", ""],
	["http://www.loc.gov/MARC21/slim", ""],
	["http://www.tei-c.org/ns/", ""],
];

/** The prefixes that a file has bound so far. A file that binds one twice means the later one. */
export class Namespaces {
	readonly #bound = new Map<string, string>();
	/** Names asked for before, with what they are called. */
	readonly #names = new Map<string, string>();

	/** Takes the bindings among the attributes of an element. */
	declare(attributes: Readonly<Record<string, string>>): void {
		for (const key in attributes) {
			if (!key.startsWith("xmlns:")) continue;
			const address = attributes[key] ?? "";
			const prefix = prefixes.find(([start]) => address.startsWith(start))?.[1];
			const bound = key.slice(6);
			if (prefix === undefined || this.#bound.get(bound) === prefix) continue;
			this.#bound.set(bound, prefix);
			this.#names.clear();
		}
	}

	/** What an element is called here. */
	nameOf(written: string): string {
		const colon = written.indexOf(":");
		if (colon < 0) return written;
		const known = this.#names.get(written);
		if (known !== undefined) return known;
		const prefix = this.#bound.get(written.slice(0, colon));
		const name = prefix === undefined ? written : prefix + written.slice(colon + 1);
		if (this.#names.size < 10_000) this.#names.set(written, name);
		return name;
	}
}
