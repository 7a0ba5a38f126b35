// Papers as references in a CSL style. Styles that were read are kept: a hover asks for the same one again and again.

import type { Paper } from "../core/paper";
import { formatReferences } from "../core/references/references";
import { parseLocale } from "../core/references/style/locale";
import { parseStyle, type StyleReading } from "../core/references/style/parseStyle";
import type { References, ReferencesRequest } from "./protocol";

/** Styles in use at a time. */
const mostStyles = 8;

const styles = new Map<string, StyleReading>();

export function referencesTo(papers: readonly Paper[], request: ReferencesRequest): References {
	const { style, problems } = styleOf(request.style);
	if (!style) return { texts: [], problems };
	const locale = request.locale === undefined ? undefined : parseLocale(request.locale).locale;
	const texts = formatReferences(papers, style, {
		output: request.output,
		order: "given",
		...(locale && { locales: [locale], locale: locale.language }),
	});
	return { texts, problems };
}

function styleOf({ xml, name }: ReferencesRequest["style"]): StyleReading {
	const known = styles.get(xml);
	if (known) return known;
	if (styles.size >= mostStyles) styles.clear();
	const reading = parseStyle(xml, name);
	styles.set(xml, reading);
	return reading;
}
