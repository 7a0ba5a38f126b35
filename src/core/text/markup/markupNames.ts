// Which names between angle brackets are mark-up. A `<p_T>` of physics or an `<EOS>` of a language model is text.

/** HTML (living standard, section 4), MathML Core, and what JATS 1.3 allows in titles and abstracts. */
const names = new Set(
	(
		"a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption center " +
		"cite code col colgroup data dd del details dfn div dl dt em embed fieldset figcaption figure font footer form h1 " +
		"h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main mark menu meta nav " +
		"noscript object ol p picture pre q s samp script section select small source span strike strong style sub " +
		"summary sup svg table tbody td template textarea tfoot th thead time title tr tt u ul var video wbr " +
		"math mi mn mo ms mtext mrow msup msub msubsup mfrac msqrt mroot mstyle mover munder munderover mtable mtr mtd " +
		"mspace mpadded mphantom mfenced menclose mmultiscripts mprescripts none semantics annotation annotation-xml " +
		"abstract sec bold italic sc monospace roman sans-serif overline underline styled-content named-content break " +
		"list list-item disp-quote disp-formula inline-formula tex-math alternatives inline-graphic graphic xref " +
		"ext-link uri email fn inline-supplementary-material related-article fixed-case trans-abstract chem-struct " +
		"inf inlineequation equationsource emphasis para simplepara heading superscript subscript"
	).split(" "),
);

/** Elements that are often left open, so that their beginning alone is mark-up. */
const often = /^(?:p|br|li|div|hr|img|span|table|tr|td|ul|ol|h[1-6]|section|font)$/i;

const tag = /<(\/?)([a-z][\w.-]{0,40}(?::[a-z][\w.-]{0,40})?)(\s[^<>]{0,2000})?(\/?)>/gi;

const entity = /&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z]{2,31}\d{0,2});/i;

/** Whether a text holds tags or entities, as in `<i>In vitro</i>` and `&amp;`. */
export function hasMarkup(text: string): boolean {
	if (text.includes("&") && entity.test(text)) return true;
	if (!text.includes("<")) return false;
	for (const [, closing, name = "", attributes = "", empty] of text.matchAll(tag)) {
		if (!isMarkupName(name)) continue;
		if (closing !== "" || empty !== "" || often.test(name.replace(/^\w+:/, "")) || attributes.includes("="))
			return true;
	}
	return false;
}

/** The text with each `<` that begins no mark-up written as an entity. */
export function escapeText(text: string): string {
	return text.replace(
		/<(?!!--|!\[CDATA\[|!DOCTYPE|\?xml)(\/?)([a-z][\w.:-]{0,80})?/gi,
		(all, slash: string, name = "") => (isMarkupName(name as string) ? all : `&lt;${slash}${name as string}`),
	);
}

function isMarkupName(name: string): boolean {
	return names.has(name.toLowerCase()) || /^[a-z]\w{0,20}:[a-z]/i.test(name);
}
