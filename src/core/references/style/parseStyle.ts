// A CSL style from its XML (CSL 1.0.2). Total: damaged, hostile or foreign files give problems and no style.

import type { Problem } from "../../paper";
import { childOf, childrenOf, descendantsOf, tidyTextOf, type Element } from "../../text/markup/elements";
import { formatOf, given, inheritedNameOptionsOf, isTrue, oneOf, sortNameOptionsOf } from "./attributes";
import { renderingElements } from "./elements";
import { localeTexts } from "./locale";
import { checkSize } from "./size";
import { StyleProblems } from "./styleProblems";
import { rootOf } from "./xml";
import type { Bibliography, Citation, Layout, SortKey, Style } from "./tree";

export interface StyleReading {
	/** Absent when the file is no style that can be used; the problems say why. */
	readonly style?: Style;
	readonly problems: readonly Problem[];
}

/** Reads a style. `file` is the name that problems give. Linear in the text. */
export function parseStyle(xml: string, file = "style.csl"): StyleReading {
	const problems = new StyleProblems(file, xml);
	const root = rootOf(xml, "style");
	if (!root) {
		problems.add("style-not-xml", { start: 0, end: 0 });
		return { problems: problems.found };
	}
	const parent = childrenOf(childOf(root, "info"), "link").find(
		({ attributes }) => attributes["rel"] === "independent-parent",
	);
	const style = styleOf(root, problems);
	if (style.bibliography || style.citation) checkSize(style, root, problems);
	else if (parent) problems.add("style-dependent", parent, parent.attributes["href"] ?? "");
	else problems.add("style-no-layout", root);
	const isUsable = problems.found.every(({ severity }) => severity !== "error");
	return isUsable ? { style, problems: problems.found } : { problems: problems.found };
}

function styleOf(root: Element, problems: StyleProblems): Style {
	const info = childOf(root, "info");
	const format = childrenOf(info, "category").find(({ attributes }) => attributes["citation-format"] !== undefined);
	const macros = childrenOf(root, "macro").map(
		macro => [macro.attributes["name"] ?? "", renderingElements(macro, problems)] as const,
	);
	const [citation, bibliography] = [childOf(root, "citation"), childOf(root, "bibliography")];
	return {
		title: tidyTextOf(childOf(info, "title")),
		note: root.attributes["class"] === "note",
		defaultLocale: root.attributes["default-locale"] ?? "en-US",
		locales: childrenOf(root, "locale").map(localeTexts),
		macros: new Map(macros),
		nameOptions: inheritedNameOptionsOf(root),
		demoteParticle: oneOf(root, "demote-non-dropping-particle", ["never", "sort-only"]) ?? "display-and-sort",
		initializeWithHyphen: root.attributes["initialize-with-hyphen"] !== "false",
		usesYearSuffix: [...descendantsOf(root, "text")].some(
			({ attributes }) => attributes["variable"] === "year-suffix",
		),
		...given<Pick<Style, "citationFormat" | "pageRangeFormat" | "citation" | "bibliography">>({
			citationFormat: format?.attributes["citation-format"],
			pageRangeFormat: root.attributes["page-range-format"],
			citation: citation && citationOf(citation, problems),
			bibliography: bibliography && bibliographyOf(bibliography, problems),
		}),
	};
}

function citationOf(element: Element, problems: StyleProblems): Citation {
	const { attributes } = element;
	return {
		layout: layoutOf(element, problems),
		sort: sortKeysOf(element),
		nameOptions: inheritedNameOptionsOf(element),
		addNames: isTrue(element, "disambiguate-add-names"),
		addGivenName: isTrue(element, "disambiguate-add-givenname"),
		givenNameRule: attributes["givenname-disambiguation-rule"] ?? "by-cite",
		addYearSuffix: isTrue(element, "disambiguate-add-year-suffix"),
		...given<Pick<Citation, "collapse" | "citeGroupDelimiter" | "afterCollapseDelimiter" | "yearSuffixDelimiter">>({
			collapse: oneOf(element, "collapse", ["citation-number", "year", "year-suffix", "year-suffix-ranged"]),
			citeGroupDelimiter: attributes["cite-group-delimiter"],
			afterCollapseDelimiter: attributes["after-collapse-delimiter"],
			yearSuffixDelimiter: attributes["year-suffix-delimiter"],
		}),
	};
}

function bibliographyOf(element: Element, problems: StyleProblems): Bibliography {
	return {
		layout: layoutOf(element, problems),
		sort: sortKeysOf(element),
		nameOptions: inheritedNameOptionsOf(element),
		substituteRule:
			oneOf(element, "subsequent-author-substitute-rule", ["complete-each", "partial-each", "partial-first"]) ??
			"complete-all",
		secondFieldAlign: element.attributes["second-field-align"] !== undefined,
		...given<Pick<Bibliography, "subsequentAuthorSubstitute">>({
			subsequentAuthorSubstitute: element.attributes["subsequent-author-substitute"],
		}),
	};
}

function layoutOf(element: Element, problems: StyleProblems): Layout {
	const layout = childOf(element, "layout");
	if (!layout) return { children: [], delimiter: "", format: { prefix: "", suffix: "", marks: {} } };
	return {
		children: renderingElements(layout, problems),
		delimiter: layout.attributes["delimiter"] ?? "",
		format: formatOf(layout),
	};
}

function sortKeysOf(element: Element): readonly SortKey[] {
	return childrenOf(childOf(element, "sort"), "key").map(key => ({
		descending: key.attributes["sort"] === "descending",
		nameOptions: sortNameOptionsOf(key),
		...given<Pick<SortKey, "variable" | "macro">>({
			variable: key.attributes["variable"],
			macro: key.attributes["macro"],
		}),
	}));
}
