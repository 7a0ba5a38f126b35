// A passage of a manuscript without its citations, comments and markup: what is left are the words that it is about.

/** What is taken out, one syntax after the other; each rule is linear in the text. */
const rules: readonly RegExp[] = [
	// Comments: of HTML and Markdown, LaTeX, reStructuredText and AsciiDoc lines, Typst.
	/<!--[^]*?(?:-->|$)/g,
	/(?<![\\\d]|\d\s)%.*$/gm,
	/^(?:\/\/|\.\. (?!\w+::)).*$/gm,
	/\/\*[^]*?(?:\*\/|$)/g,
	// LaTeX: \citep[see][12]{a, b}, \ref{a}; \begin{figure} and the like.
	/\\(?:\w*cite\w*|no[Cc]ite|ref|eqref|pageref|label|autoref|[cC]ref|bibliography|begin|end|includegraphics|input|url)\*?\s?(?:\[[^\][]*\]|\{[^{}]*\})+/gi,
	// Typst: #cite(<key>, supplement: [p. 7]), #ref(<key>), #footnote and other calls lose their names below.
	/#(?:cite|ref|bibliography)\((?:[^()]|\([^()]*\))*\)/g,
	// MyST roles {cite:p}`key` and reStructuredText :cite:p:`key`, :footcite:`key`, [Key2020]_.
	/\{(?:cite|footcite|ref|numref|eq|doc)[^{}]{0,20}\}`[^`]*`/g,
	/:(?:\w*cite|ref|numref|eq|doc)(?::\w+)?:`[^`]*`/g,
	/\[[^\][\s]+\]_/g,
	// AsciiDoc cite:[key], citenp:[key(12)], bibitem; Org [cite/style:see @key p. 7] and cite:key of org-ref.
	/\bcite(?:np|s|p|t)?:\[[^\][]*\]/g,
	/\[cite(?:\/[\w/-]+)?:[^\][]*\]/g,
	/\b\w*cite\w*:&?[\w:.,;&-]+/g,
	// Pandoc [see @key, p. 7; -@other], @key and @{key}; Typst @key[p. 7].
	/\[[^\][@]*@[^\][]*\]/g,
	/(?<![\w.])-?@(?:\{[^{}]*\}|[\w:.#$%&+?<>~/-]+)(?:\[[^\][]*\])?/g,
	// Labels of Typst and addresses.
	/(?<=\s)<[\w:.-]+>/g,
	/https?:\/\/\S+/g,
	// Names of commands and calls; what they hold stays.
	/\\(?:emph|text\w+|underline|footnote\w*|section|subsection|subsubsection|paragraph|chapter|caption|title|item|enquote|mathrm|mathbf)\b\*?/g,
	/#(?:emph|strong|text|footnote|link|quote|highlight|underline)\b/g,
];

/** Longer passages are cut: whoever asks means the sentence or paragraph at the cursor. */
const longest = 8000;

export function withoutCitations(passage: string): string {
	return rules.reduce((text, rule) => text.replace(rule, " "), passage.slice(0, longest));
}
