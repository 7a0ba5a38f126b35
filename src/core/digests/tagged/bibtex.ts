// BibTeX and BibLaTeX as digests: exports of libraries and lists of publications, with abstracts or without.

import { entriesOf } from "../../bibliography/bibtex/entries";
import { parseBibtex } from "../../bibliography/bibtex/parse";
import { uniquePapers, type PlacedPaper } from "../draft";
import type { Format, Input } from "../format";

/** An entry with a key and a comma, or one of its fields; a string; a preamble or a comment of JabRef. */
const block =
	/^[^\S\r\n]*@[^\S\r\n]*(?:(?!(?:string|preamble|comment)\b)[A-Za-z]\w{1,30}\s{0,20}[{(]\s{0,50}(?:[^\s,={}()"#%]{1,200}\s{0,20},|\w{1,40}\s{0,20}=|,\s*\w+\s*=|\})|string\s{0,20}[{(]\s{0,50}[^\s={}()]{1,100}\s{0,20}=|preamble\s{0,20}[{(]\s{0,20}[{"]|comment\s{0,20}\{\s{0,20}jabref)/im;

export const bibtex: Format = {
	name: "bibtex",
	looksLike: (text, { name }) => {
		const isNamed = /\.(?:bib|bibtex|biblatex)$/i.test(name);
		const head = text.slice(0, isNamed ? 200_000 : 20_000);
		const match = block.exec(head);
		if (!match || isNamed) return match !== null;
		// In another file an entry may be the citation that a page asks for: much text or a code fence stands before it.
		const before = head.slice(0, match.index).replace(/^\s*%.*$/gm, "");
		return before.length < 1500 && !/```|^#{1,6} |^[^\S\r\n]{0,3}[-*] \S/m.test(before);
	},
	read: ({ text, report }) => {
		const { blocks, faults } = parseBibtex(text);
		for (const { code, range, args } of faults) {
			// Nobody cites from a digest: an entry without a key is as good as any.
			if (code !== "bib-no-key") report.add(code, range, ...args);
		}
		return uniquePapers(placed(blocks, report), report);
	},
};

/** Entries that hold data for others, and are no works. */
const noWork = /^(?:xdata|set|control|bibnote)$/;

function* placed(blocks: ReturnType<typeof parseBibtex>["blocks"], report: Input["report"]): Generator<PlacedPaper> {
	for (const { paper, range, type, key } of entriesOf(blocks)) {
		if (noWork.test(type)) continue;
		if (paper.title === "" && paper.abstract === "") report.add("record-untitled", range, `@${type}{${key}`);
		else yield { paper, place: range, needsNoAbstract: true };
	}
}
