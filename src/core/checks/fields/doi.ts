// DOIs: bare, not as addresses, not with escapes. Sources: DOI Handbook, 2.2 (syntax); biblatex manual, section 2.2.2:
// `doi` is a verbatim field.

import type { LocalFinding } from "../finding";
import { wrongField, type Field, type FieldCheck, type FieldContext } from "./field";

export const doi: FieldCheck = { names: ["doi"], check: checkDoi };

const bare = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;
const address =
	/^(?:(?:https?:\/\/)?(?:(?:dx|www)\.)?doi\.org[/:]|doi(?:\.org)?\s*[:=]?\s*(?=10\.)|urn:doi:|info:doi\/)/i;

function checkDoi(field: Field, { dialect }: FieldContext): readonly LocalFinding[] {
	const { value } = field;
	const code = "bad-doi";
	const plain = value
		.replace(/^\\(?:url|href|doi)\s*\{([^{}]*)\}$/, "$1")
		.replace(/^[<{]|[>}]$/g, "")
		.trim();
	// What a macro makes, and an empty field, are no matter for this rule.
	if (plain === "" || (/\\/.test(plain) && !/^\S*10\.\d{4,9}\//.test(plain))) return [];
	const bareDoi = unescaped(plain.replace(address, ""));
	if (!bare.test(bareDoi)) {
		if (/^(?:n\/?a|none|no doi|null|-+|\?+)$/i.test(plain)) {
			return [wrongField(field, { code, message: "doi-bad", args: [value], severity: "information" })];
		}
		const within = /\b10\.\d{4,9}\/[^\s"<>{}]*[^\s"<>{}.,;]/.exec(bareDoi)?.[0];
		return [wrongField(field, { code, message: "doi-bad", args: [value], ...(within && { written: within }) })];
	}
	const end = /[.,;]+$/.exec(bareDoi)?.[0];
	const written = bareDoi.slice(0, bareDoi.length - (end?.length ?? 0));
	if (address.test(plain) || plain !== value) {
		return [wrongField(field, { code, message: "doi-address", args: [written], written, isSafe: true })];
	}
	if (end !== undefined) return [wrongField(field, { code, message: "doi-end", args: [end], written, isSafe: true })];
	// Styles of classic BibTeX set the DOI as text: there an underscore needs its backslash.
	if (bareDoi === plain || (dialect === "bibtex" && !/%2F/i.test(plain))) return [];
	// A backslash is taken for a part of the DOI by some programs, a percent sign by all.
	const severity = /%/.test(plain) ? {} : ({ severity: "information" } as const);
	return [wrongField(field, { code, message: "doi-escaped", args: [written], ...severity, written, isSafe: true })];
}

/** Without the escapes of LaTeX, of HTML, and of an address whose slash is one. */
function unescaped(text: string): string {
	const plain = text
		.replace(/\{?\\(?:textunderscore|_)\s*(?:\{\})?\}?/g, "_")
		.replace(/\\([%#&_$])/g, "$1")
		.replace(/&lt;/g, "<")
		.replace(/&gt;/g, ">")
		.replace(/&amp;/g, "&");
	if (!/^10\.\d{4,9}%2f/i.test(plain)) return plain;
	try {
		return decodeURIComponent(plain);
	} catch {
		return plain;
	}
}
