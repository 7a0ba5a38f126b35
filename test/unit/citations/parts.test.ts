// A new citation with a prefix, a place and a suffix for each key, of a form, or in the place of another key.
import type { InsertOptions } from "../../../src/core/citations/citations";
import { insertCitation } from "../../../src/core/citations/citations";
import { checkRows, type LanguageRow } from "./check";

function check(keys: readonly string[], options: InsertOptions, rows: readonly LanguageRow[]): void {
	checkRows((source, offset) => insertCitation(source, offset, keys, options), rows);
}

suite("a new citation with what is said about its keys", () => {
	check(["a", "b"], { parts: { a: { prefix: "see", locator: "12" }, b: { locator: "34" } } }, [
		["latex", "x|", "x~\\cite[see][p.~12]{a}, \\cite[p.~34]{b}"],
		["natbib", "x|", "x~\\citetext{\\citealp[see][p.~12]{a}; \\citealp[p.~34]{b}}"],
		["biblatex", "x|", "x~\\autocites[see][12]{a}[34]{b}"],
		["apacite", "x|", "x~\\cite<see>[p.~12]{a}, \\cite[p.~34]{b}"],
		["article", "x|", "x see~\\cite[p.~12]{a}, \\cite[p.~34]{b}"],
		["markdown", "x|", "x [see @a, p. 12; @b, p. 34]"],
		["myst", "x|", "x {cite:p}`{see}a{p. 12},b{p. 34}`"],
		["typst", "x|", "x see @a[p. 12] @b[p. 34]"],
		["restructuredtext", "x|", "x :cite:p:`{see}a{p. 12},b{p. 34}`"],
		["asciidoc", "x|", "x cite:see[a(12), b(34)]"],
		["org", "x|", "x [cite:see @a p. 12;@b p. 34]"],
		["biblatex", "\\parencite{z} x|", "\\parencite{z} x~\\parencites[see][12]{a}[34]{b}"],
		["biblatex", "\\parencite{z|}", "\\parencites{z}[see][12]{a}[34]{b}"],
		["markdown", "[@z|]", "[@z; see @a, p. 12; @b, p. 34]"],
		["myst", "{cite}`z|`", "{cite}`z,{see}a{p. 12},b{p. 34}`"],
		["typst", "@z|", "@z see @a[p. 12] @b[p. 34]"],
		["restructuredtext", ":cite:p:`z|`", ":cite:p:`z,{see}a{p. 12},b{p. 34}`"],
		["org", "[cite:@z|]", "[cite:@z;see @a p. 12;@b p. 34]"],
	]);
	check(["a"], { parts: [{ locator: "33-35", suffix: "and passim" }] }, [
		["natbib", "x|", "x~\\citep[pp.~33--35 and passim]{a}"],
		["biblatex", "x|", "x~\\autocite[\\ppno~33--35 and passim]{a}"],
		["markdown", "x|", "x [@a, pp. 33-35 and passim]"],
		["myst", "x|", "x {cite:p}`a{pp. 33-35 and passim}`"],
		["typst", "x|", "x @a[pp. 33-35 and passim]"],
		["restructuredtext", "x|", "x :cite:p:`a{pp. 33-35 and passim}`"],
		["asciidoc", "x|", "x cite:[a(33-35 and passim)]"],
		["org", "x|", "x [cite:@a pp. 33-35 and passim]"],
	]);
	check(["a"], { parts: [{ locator: "3", label: "chapter" }] }, [
		["natbib", "x|", "x~\\citep[chap.~3]{a}"],
		["biblatex", "x|", "x~\\autocite[chap.~3]{a}"],
		["markdown", "x|", "x [@a, chap. 3]"],
		["myst", "x|", "x {cite:p}`a{chap. 3}`"],
		["typst", "x|", "x @a[chap. 3]"],
		["restructuredtext", "x|", "x :cite:p:`a{chap. 3}`"],
		["asciidoc", "x|", "x cite:[a(chap. 3)]"],
		["org", "x|", "x [cite:@a chap. 3]"],
	]);
	check(["new"], { parts: [{ locator: "3" }] }, [
		["natbib", "\\citep{a|}", "\\citep[p.~3]{a, new}"],
		["natbib", "\\citep{a|, b}", "\\citep{a, b}~\\citep[p.~3]{new}"],
		["biblatex", "\\autocites{a|}{b}", "\\autocites{a}[3]{new}{b}"],
		["asciidoc", "cite:[a|]", "cite:[a, new(3)]"],
	]);
	// What would end the note or begin another thing is kept from doing so.
	check(["a"], { parts: [{ prefix: "see [1]; 5%", locator: "S. 5" }] }, [
		["natbib", "x|", "x~\\citep[{see [1]; 5\\%}][S.~5]{a}"],
		["markdown", "x|", "x [see \\[1\\], 5% @a, S. 5]"],
		["myst", "x|", "x {cite:p}`{see [1]; 5%}a{S. 5}`"],
		["typst", "x|", "x see [1]; 5% @a[S. 5]"],
		["restructuredtext", "x|", "x :cite:p:`{see [1]; 5%}a{S. 5}`"],
		["asciidoc", "x|", "x cite:see 1; 5%[a(S. 5)]"],
		["org", "x|", "x [cite:see 1, 5% @a S. 5]"],
	]);
});

suite("a new citation of a form", () => {
	check(["a"], { form: "textual" }, [
		["natbib", "x|", "x~\\citet{a}"],
		["biblatex", "x|", "x~\\textcite{a}"],
		["apacite", "x|", "x~\\citeA{a}"],
		["markdown", "x|", "x @a"],
		["myst", "x|", "x {cite:t}`a`"],
		["typst", "x|", 'x #cite(<a>, form: "prose")'],
		["restructuredtext", "x|", "x :cite:t:`a`"],
		["asciidoc", "x|", "x citenp:[a]"],
		["org", "x|", "x [cite/t:@a]"],
	]);
	check(["a"], { form: "author" }, [
		["natbib", "x|", "x~\\citeauthor{a}"],
		["biblatex", "x|", "x~\\citeauthor{a}"],
		["apacite", "x|", "x~\\citeauthor{a}"],
		["myst", "x|", "x {cite:author}`a`"],
		["typst", "x|", 'x #cite(<a>, form: "author")'],
		["restructuredtext", "x|", "x :cite:author:`a`"],
		["org", "x|", "x [cite/a:@a]"],
	]);
	check(["a"], { form: "year" }, [
		["natbib", "x|", "x~\\citeyear{a}"],
		["biblatex", "x|", "x~\\citeyear{a}"],
		["apacite", "x|", "x~\\citeyearNP{a}"],
		["myst", "x|", "x {cite:year}`a`"],
		["typst", "x|", 'x #cite(<a>, form: "year")'],
		["restructuredtext", "x|", "x :cite:year:`a`"],
		["org", "x|", "x [cite/y:@a]"],
	]);
	check(["a"], { form: "noAuthor" }, [
		["natbib", "x|", "x~\\citeyearpar{a}"],
		["biblatex", "x|", "x~\\autocite*{a}"],
		["apacite", "x|", "x~\\citeyear{a}"],
		["markdown", "x|", "x [-@a]"],
		["myst", "x|", "x {cite:yearpar}`a`"],
		["restructuredtext", "x|", "x :cite:yearpar:`a`"],
		["org", "x|", "x [cite/na:@a]"],
	]);
	check(["a"], { form: "full" }, [
		["biblatex", "x|", "x~\\fullcite{a}"],
		["apacite", "x|", "x~\\fullcite{a}"],
		["typst", "x|", 'x #cite(<a>, form: "full")'],
		["asciidoc", "x|", "x bibitem:[a]"],
		["org", "x|", "x [cite/b:@a]"],
	]);
	check(["a"], { form: "footnote" }, [
		["biblatex", "x|", "x\\footcite{a}"],
		["myst", "x|", "x {footcite:p}`a`"],
		["restructuredtext", "x|", "x :footcite:p:`a`"],
		["org", "x|", "x [cite/ft:@a]"],
	]);
	check(["a"], { form: "nocite" }, [
		["latex", "x|", "x\\nocite{a}"],
		["natbib", "x|", "x\\nocite{a}"],
		["biblatex", "x|", "x\\nocite{a}"],
		["apacite", "x|", "x\\nocite{a}"],
		["article", "x|", "x\\nocite{a}"],
		["myst", "x|", "x {cite:empty}`a`"],
		["typst", "x|", "x #cite(<a>, form: none)"],
		["restructuredtext", "x|", "x :cite:empty:`a`"],
		["org", "x|", "x [cite/n:@a]"],
	]);
	// A form that the syntax does not have is none.
	check(["a"], { form: "full" }, [
		["markdown", "x|", "x [@a]"],
		["article", "x|", "x~\\cite{a}"],
	]);
});

suite("a new citation made with what is asked for", () => {
	check(["a", "b"], { command: "footcite" }, [["latex", "x|", "x\\footcite{a, b}"]]);
	check(["a", "b"], { command: "autocites" }, [["latex", "x|", "x~\\autocites{a}{b}"]]);
	check(["a", "b"], { command: "citep" }, [["markdown", "x|", "x [@a; @b]"]]);
	check(["a", "b"], { command: "@" }, [["markdown", "x|", "x @a [@b]"]]);
	check(["a", "b"], { command: "cite:t" }, [["myst", "x|", "x {cite:t}`a,b`"]]);
	check(["a", "b"], { command: "citep" }, [["myst", "x|", "x {cite:p}`a,b`"]]);
	check(["a", "b"], { command: "footcite:p" }, [["restructuredtext", "x|", "x :footcite:p:`a,b`"]]);
	check(["a", "b"], { command: "#cite" }, [["typst", "x|", "x #cite(<a>) #cite(<b>)"]]);
	check(["a", "b"], { command: "cite" }, [["typst", "x|", "x @a @b"]]);
	check(["a", "b"], { command: "citenp" }, [["asciidoc", "x|", "x citenp:[a, b]"]]);
	check(["a", "b"], { command: "cite/t" }, [["org", "x|", "x [cite/t:@a;@b]"]]);
	check(["a", "b"], { command: "citet:" }, [["org", "x|", "x [[citet:&a;&b]]"]]);
});

suite("a key in the place of another", () => {
	check(["new"], { replace: true }, [
		["latex", "\\cite{a|, b}", "\\cite{new, b}"],
		["latex", "\\cite[p. 3]{a, |b}", "\\cite[p. 3]{a, new}"],
		["latex", "\\ci|te{a}", "\\cite{a, new}"],
		["latex", "x|", "x~\\cite{new}"],
		["markdown", "[see @a|, p. 3]", "[see @new, p. 3]"],
		["markdown", "@a| says", "@new says"],
		["markdown", "@{a b|}", "@new"],
		["typst", "@a|[p. 3]", "@new[p. 3]"],
		["typst", "#cite(<a|>)", "#cite(<new>)"],
		["org", "[cite:@a|;@b]", "[cite:@new;@b]"],
		["org", "[[cite:&a|]]", "[[cite:&new]]"],
		["org", "cite:a|", "cite:new"],
		["myst", "{cite}`a|{p. 3}`", "{cite}`new{p. 3}`"],
		["asciidoc", "cite:[a|(12)]", "cite:[new(12)]"],
	]);
	check(["b", "c"], { replace: true }, [
		["latex", "\\cite{a|, b}", "\\cite{c, b}"],
		["markdown", "[@a|; @b]", "[@c; @b]"],
		["markdown", "[@a|]", "[@b; @c]"],
		["typst", "@a|", "@b @c"],
	]);
});
