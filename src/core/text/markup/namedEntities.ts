// Entities with the names of HTML in XML: documents of DBLP, JATS or old journals have them from their document type,
// which is never fetched; they mean there what they mean in HTML. Source: HTML living standard, "Named character references".

import { parseElements, textOf, type Node } from "./elements";

/** Not those of XML itself, which the parser has decoded: what is left of them was written to be read. */
const named = /&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]{1,30};/g;

/** What each name means. A name that means nothing is not kept, so that no text can fill the memory. */
const known = new Map<string, string>();

/** Decodes the names in the texts among nodes, in place. */
export function decodeNamed(nodes: Node[]): void {
	for (let i = 0; i < nodes.length; i++) {
		const node = nodes[i];
		if (typeof node === "string" && node.includes("&")) nodes[i] = node.replace(named, meaningOf);
	}
}

function meaningOf(entity: string): string {
	const found = known.get(entity);
	if (found !== undefined) return found;
	const meaning = textOf(parseElements(entity, { xml: false }));
	// HTML takes the beginning of a name that it does not know for one, as `&not` in `&notes;`.
	if (meaning.endsWith(";")) return entity;
	known.set(entity, meaning);
	return meaning;
}
