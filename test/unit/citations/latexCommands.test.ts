// Citing commands of LaTeX: of the packages, of the author, and the one that a document would take for a new citation.
import assert from "node:assert/strict";
import { citationsIn, insertCitation } from "../../../src/core/citations/citations";
import { checkInsertions, checkKeys } from "./check";
import { apply, marked } from "./marked";

suite("commands of LaTeX's packages", () => {
	checkKeys("latex", [
		["\\citet*[p. 3]{a} \\Citealt{b} \\citeyearpar{c} \\citetext{see \\citealp{d}}", "a b c d"],
		["\\citetalias{a} \\defcitealias{b}{B}", "a b"],
		["\\autocites(x)(y)[see][12]{a}[34]{b} \\Parencites{c}{d}", "a b c d"],
		["\\volcite[see]{2}[3]{a} \\Pvolcite{1}{b} \\volcites{1}[2]{c}{3}{d}", "a b c d"],
		["\\smartcite{a}\\supercite{b}\\footfullcite{c}\\citefield{d}{title}", "a b c d"],
		["\\citeA<see>[p.~3]{a} \\citeNP{b} \\shortciteA{c} \\maskcite{d}", "a b c d"],
		["\\citeasnoun{a} \\citeaffixed{b}{e.g.} \\possessivecite{c}", "a b c"],
		["\\citeN{a} \\shortciteN{b} \\citeANP{c}", "a b c"],
		["\\textcquote[p. 3]{a}{Words.} \\foreigntextcquote{german}[3]{b}{Wort}", "a b"],
		["\\begin{displaycquote}[p. 3]{a}\nWords.\n\\end{displaycquote}", "a"],
		["\\onlinecite{a} \\citenum{b} \\citen{c} \\newcite{d} \\citeonline{e}", "a b c d e"],
		["\\bibitem{a} \\bibcite{b}{c} \\citestyle{d}", ""],
		["\\cite<2->{a}", "a"],
		["\\nocite{*} \\nocite{a,b}", "a b"],
		["\\cite [see \\citep{a}] % c\n  {b}", "b a"],
	]);
});

suite("commands of the author", () => {
	checkKeys("latex", [
		["\\newcommand{\\mine}[1]{\\citep{#1}} \\mine{a}", "a"],
		["\\newcommand\\mine[1]{\\citep{#1}} \\mine{a, b}", "a b"],
		["\\newcommand{\\mine}[2][]{\\citep[#1]{#2}} \\mine[p. 3]{a}", "a"],
		["\\newcommand{\\on}[2]{(see \\citealp{#1}, p.~#2)} \\on{a}{12}", "a"],
		["\\newcommand{\\on}[2]{p.~#1 of \\cite{#2}} \\on{12}{a}", "a"],
		["\\renewcommand*{\\mine}[1]{\\textbf{\\cite{#1}}} \\mine{a}", "a"],
		["\\providecommand{\\mine}[1]{\\cite{#1}} \\mine{a}", "a"],
		["\\NewDocumentCommand{\\mine}{s o m}{\\textcite[#2]{#3}} \\mine*[3]{a}", "a"],
		["\\DeclareCiteCommand{\\mine}[\\mkbibparens]{}{}{}{} \\mine[3]{a}", "a"],
		["\\DeclareMultiCiteCommand{\\mines}{\\mine}{; } \\mines[3]{a}[4]{b}", "a b"],
		["\\let\\mine\\citep \\mine{a}", "a"],
		["\\let\\mine=\\citep \\mine{a}", "a"],
		["\\newcommand{\\mine}{\\citep} \\mine[p. 3]{a}", "a"],
		["\\def\\mine#1{\\cite{#1}} \\mine{a}", "a"],
		["\\newcommand{\\two}[1]{\\one{#1}}\n\\newcommand{\\one}[1]{\\cite{#1}}\n\\two{a}", "a"],
		["\\newcites{app}{Appendix} \\citeapp{a} \\citepapp{b} \\nociteapp{c}", "a b c"],
		["% \\newcommand{\\mine}[1]{\\cite{#1}}\n\\mine{a}", ""],
		["\\newcommand{\\mine}[1]{\\emph{#1} \\cite{a}} \\mine{b}", "a"],
		["\\renewcommand\\cite{\\citep} \\cite{a}", "a"],
		["\\newcommand{\\loop}[1]{\\loop{#1}} \\loop{a}", ""],
	]);
	test("are known by a list of names, too", () => {
		const source = {
			text: "\\mine[p. 3]{a}, \\yours{b}",
			languageId: "latex",
			citingCommands: ["mine", "\\yours*"],
		};
		const keys = citationsIn(source).flatMap(citation => citation.keys.map(({ key }) => key));
		assert.deepEqual(keys, ["a", "b"]);
		const { text, offset } = marked("\\mine{a|}");
		const edits = insertCitation({ text, languageId: "latex" }, offset, ["new"], { names: ["mine"] });
		assert.equal(apply(text, edits), "\\mine{a, new}");
	});
});

suite("a new citation in LaTeX is as the document's others", () => {
	checkInsertions("latex", [
		["\\citep{a} \\citet{b} \\citet{c} x|", "\\citep{a} \\citet{b} \\citet{c} x~\\citep{new}"],
		["\\citet{a} x|", "\\citet{a} x~\\citep{new}"],
		[
			"\\parencite{a} \\parencite{b} \\autocite{c} x|",
			"\\parencite{a} \\parencite{b} \\autocite{c} x~\\parencite{new}",
		],
		["\\textcite{a} x|", "\\textcite{a} x~\\autocite{new}"],
		["\\footcite{a} x|", "\\footcite{a} x\\footcite{new}"],
		["\\cite{a} x|", "\\cite{a} x~\\cite{new}"],
		["\\citeA{a} x|", "\\citeA{a} x~\\cite{new}"],
		["\\usepackage{natbib}\\begin{document}x|", "\\usepackage{natbib}\\begin{document}x~\\citep{new}"],
		[
			"\\usepackage[numbers]{natbib}\\begin{document}x|",
			"\\usepackage[numbers]{natbib}\\begin{document}x~\\citep{new}",
		],
		[
			"\\usepackage[natbib=true]{biblatex}\\begin{document}x|",
			"\\usepackage[natbib=true]{biblatex}\\begin{document}x~\\autocite{new}",
		],
		["\\usepackage{biblatex}\\begin{document}x|", "\\usepackage{biblatex}\\begin{document}x~\\autocite{new}"],
		["\\usepackage{apacite}\\begin{document}x|", "\\usepackage{apacite}\\begin{document}x~\\cite{new}"],
		[
			"\\documentclass{elsarticle}\\begin{document}x|",
			"\\documentclass{elsarticle}\\begin{document}x~\\citep{new}",
		],
		["% \\usepackage{natbib}\n\\begin{document}x|", "% \\usepackage{natbib}\n\\begin{document}x~\\cite{new}"],
		[
			"\\let\\mine\\citep\\begin{document}\\mine{a} x|",
			"\\let\\mine\\citep\\begin{document}\\mine{a} x~\\mine{new}",
		],
		["x|", "x~\\cite{new}"],
	]);
	checkInsertions("markdown", [
		["\\citep{a} says x|", "\\citep{a} says x~\\citep{new}"],
		["\\citep{a} and [@b] x|", "\\citep{a} and [@b] x [@new]"],
		['<cite data-cite="a"/> x|', '<cite data-cite="a"/> x <cite data-cite="new"/>'],
	]);
});
