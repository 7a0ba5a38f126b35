// Math as MathML, by Temml: no fonts, no styles, no scripts. Heavy: only the worker loads it.

import temml from "temml";
import { escapeHtml } from "../escape";
import { plainMath } from "./plainMath";

const maxLength = 1000;

/** Numbers with signs, and an index alone (`MedS$^3$`): they read best in the font of the text. */
const plainNumber = /^(?:[\d.,\s+<>=-]|\\(?:[%,]|(?:pm|sim|approx|times|cdot|leq?|geq?)(?![A-Za-z])))+$/;
const loneScript = /^([\^_])(?:\{([\dA-Za-z+-]+)\}|([\dA-Za-z]))$/;

/**
 * HTML of the LaTeX math in `source` (no dollars), MathML for the most. What cannot be parsed is shown as its source in
 * `<code>`. The page's content security policy knows no inline styles, so elements and attributes pass an allow-list that
 * has no `style`. `isDisplay` puts it on a line of its own.
 */
export function mathHtml(source: string, isDisplay = false): string {
	const script = loneScript.exec(source);
	if (script) {
		const tag = script[1] === "^" ? "sup" : "sub";
		return `<${tag}>${escapeHtml(plainText(script[2] ?? script[3] ?? ""))}</${tag}>`;
	}
	if (plainNumber.test(source)) return escapeHtml(plainText(source));
	const mathml = source.length > maxLength ? undefined : allowed(parse(source, isDisplay));
	return mathml ?? `<code class="math-source">${escapeHtml(source)}</code>`;
}

function plainText(source: string): string {
	return plainMath(source) ?? source;
}

function parse(source: string, displayMode: boolean): string {
	const options = { displayMode, throwOnError: true, trust: false, maxExpand: 200 };
	try {
		return temml.renderToString(source, { ...options, maxSize: [5, 5] });
	} catch {
		// A source that Temml does not understand is no error of ours: the reader sees it as it was written.
		return "";
	}
}

const elements = new Set(
	"math mi mn mo ms mspace mtext mrow mfrac msqrt mroot mpadded mphantom msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd".split(
		" ",
	),
);
const attributes = new Set(
	"display mathvariant form fence separator stretchy symmetric largeop movablelimits accent accentunder lspace rspace linethickness displaystyle scriptlevel width height depth voffset columnalign rowspacing columnspacing".split(
		" ",
	),
);
const element = /<(\/?)([A-Za-z]+)((?:\s+[A-Za-z-]+="[^"<>]*")*)\s*(\/?)>/g;
const attribute = /\s([A-Za-z-]+)="([^"<>]*)"/g;

/** The MathML with known elements and attributes only, or `undefined` when it is not what Temml is known to write. */
function allowed(mathml: string): string | undefined {
	if (!mathml.startsWith("<math") || /[<>]/.test(mathml.replace(element, ""))) return undefined;
	const tags = [...mathml.matchAll(element)];
	if (!tags.every(([, , name]) => elements.has(name ?? ""))) return undefined;
	return mathml.replace(element, tag =>
		tag.replace(attribute, (whole, key: string) => (attributes.has(key) ? whole : "")),
	);
}
