// The places in LaTeX where something is cited and where nothing is: `|` is the cursor.
import assert from "node:assert/strict";
import { isCitable } from "../../../src/core/citations/citations";
import { marked } from "./marked";

suite("places in LaTeX to cite in", () => {
	const cases: readonly (readonly [before: string, expected: string])[] = [
		["% see|", "no"],
		["% see\n|", "yes"],
		["5\\% see|", "yes"],
		["\\label{fig:|}", "no"],
		["\\sec|tion{A}", "no"],
		["\\section{A|}", "yes"],
		["\\begin{lstlisting}[a]\n\\cite{a|}\n\\end{lstlisting}", "no"],
		["\\verb+\\cite{a|}+", "no"],
		["\\lstinline[x]{a|b}", "no"],
		["\\url{http://a%20b|}", "no"],
		["\\url{http://a%20b} c|", "yes"],
		["\\end{document} a|", "no"],
		["\\usepackage[op|t]{x}", "no"],
		["\\usepackage{x}[2020|]", "no"],
		["\\includegraphics[width=|]{f}", "no"],
		["\\includegraphics|[width=1]{f}", "no"],
		["\\includegraphics[width=1]{f}|", "yes"],
		["\\label|{a}", "no"],
		["\\ref{a} [see|]", "yes"],
		["\\hyperref[sec:|a]{words}", "no"],
		["\\hyperref[sec:a]{wo|rds}", "yes"],
		["\\begin{tabular}{l|l}a\\end{tabular}", "no"],
		["\\begin{tabular}[t]{l|l}a", "no"],
		["\\begin{tabular}{ll}a|", "yes"],
		["\\begin{tabularx}{\\linewidth}{l|l}a", "no"],
		["\\begin{wrapfigure}[12]{r}[3pt]{w|}a", "no"],
		["\\begin{figure}[h|]", "no"],
		["\\begin{figure}[h] a|", "yes"],
		["\\begin{theorem}[a|]", "yes"],
		["\\begin{multicols}{2}[a|]", "yes"],
		["\\cite[]{a}[|]", "no"],
		["\\cite[]{a} [|]", "yes"],
		["\\cite[|]{a}", "yes"],
		["|\\documentclass{article}\n\\begin{document}\n", "no"],
		["\\documentclass{article}|\n\\begin{document}\n", "no"],
		["\\documentclass{article}\n|\n\\begin{document}\n", "no"],
		["\\documentclass{article}\n\\begin{document}|\n", "yes"],
		["\\documentclass{article}\n|\n% \\begin{document}\n", "yes"],
		["\\documentclass{article}\n\\nocite{a|}\n\\begin{document}\n", "yes"],
		["\\title{A|}\n\\begin{document}\n", "yes"],
		["\\title[a|]{A}\n\\begin{document}\n", "yes"],
		["\\title{A}|\n\\begin{document}\n", "no"],
		["% \\title{\n|\n\\begin{document}\n}", "no"],
		["\\titleformat{a|}\n\\begin{document}\n", "no"],
		["\\author{A\\thanks{b|}}\n\\begin{document}\n", "yes"],
		["\\abstract{A\n\nb|}\n\\date{}\n\\begin{document}\n", "yes"],
		["\\newcommand{\\my}[1]{a|}\n\\begin{document}\n", "yes"],
		["\\newcommand{\\my}[1|]{a}\n\\begin{document}\n", "no"],
		["\\newcommand{\\my|}[1]{a}\n\\begin{document}\n", "no"],
		["\\renewcommand*\\my[1]{a|}\n\\begin{document}\n", "yes"],
		["\\def\\my#1{a|}\n\\begin{document}\n", "yes"],
		["\\def\\my#1|{a}\n\\begin{document}\n", "no"],
	];
	for (const [before, expected] of cases) {
		test(`${before.replace(/\n/g, "⏎")}: ${expected}`, () => {
			const { text, offset } = marked(before);
			assert.equal(isCitable({ text, languageId: "latex" }, offset) ? "yes" : "no", expected);
		});
	}
});
