// Which files make up a project of LaTeX, and which bibliographies it reads.
import { check, main } from "./memory";

check("a project of LaTeX", [
	{
		name: "takes paths from the root's folder, in whichever file they are declared",
		texts: {
			"/p/main.tex": `${main}\\input{body}\\end{document}`,
			"/p/body.tex": "\\include{ch/one}\\bibliography{refs/all}",
			"/p/ch/one.tex": "\\section{One}",
			"/p/ch/two.tex": "\\section{Two}",
			"/p/refs/all.bib": "",
			"/p/ch/local.bib": "",
		},
		found: {
			"/p/main.tex": "declared /p/refs/all.bib",
			"/p/body.tex": "declared /p/refs/all.bib root /p/main.tex",
			"/p/ch/one.tex": "declared /p/refs/all.bib root /p/main.tex",
			"/p/ch/two.tex": "nearest /p/ch/local.bib",
		},
	},
	{
		name: "finds the root that a part names, and one of subfiles",
		texts: {
			"/p/thesis.tex": `${main}\\bibliography{\\subfix{a}}\\subfile{ch/sub}`,
			"/p/ch/sub.tex": "\\documentclass[../thesis]{subfiles}\\begin{document}",
			"/p/ch/magic.tex": "% !TeX root = ../thesis.tex\nText",
			"/p/a.bib": "",
		},
		found: {
			"/p/ch/sub.tex": "declared /p/a.bib root /p/thesis.tex",
			"/p/ch/magic.tex": "declared /p/a.bib root /p/thesis.tex",
		},
	},
	{
		name: "takes `\\subfix` from the part's own folder when it is not at the root",
		texts: {
			"/p/thesis.tex": `${main}\\subfile{ch/sub}`,
			"/p/ch/sub.tex": "\\documentclass[../thesis]{subfiles}\\bibliography{\\subfix{own}}",
			"/p/ch/own.bib": "",
		},
		found: { "/p/ch/sub.tex": "declared /p/ch/own.bib root /p/thesis.tex" },
	},
	{
		name: "fills in macros of another file, and follows `\\import` and a package of its own",
		texts: {
			"/p/main.tex": `\\documentclass{own}\\input{macros}\\usepackage{local}\\addbibresource{\\bibdir/a.bib}\\import{parts/}{one}`,
			"/p/macros.tex": "\\newcommand{\\bibdir}{refs}",
			"/p/own.cls": "\\ProvidesClass{own}\\addbibresource{class.bib}",
			"/p/local.sty": "\\RequirePackage{biblatex}\\addbibresource{style.bib}",
			"/p/parts/one.tex": "Text",
			"/p/refs/a.bib": "",
			"/p/class.bib": "",
			"/p/style.bib": "",
		},
		found: {
			"/p/main.tex": "declared /p/refs/a.bib /p/class.bib /p/style.bib",
			"/p/parts/one.tex": "declared /p/refs/a.bib /p/class.bib /p/style.bib root /p/main.tex",
		},
	},
	{
		name: "reads files that take in each other once",
		texts: { "/p/a.tex": "\\input{b}", "/p/b.tex": "\\input{a}\\bibliography{x}", "/p/x.bib": "" },
		found: {
			"/p/a.tex": "declared /p/x.bib root /p/b.tex",
			"/p/b.tex": "declared /p/x.bib root /p/a.tex",
		},
	},
	{
		name: "keeps what is not there, and what is an address",
		texts: { "/p/a.tex": `${main}\\addbibresource{no.bib}\\addbibresource[location=remote]{https://x.org/b}` },
		found: { "/p/a.tex": "declared /p/no.bib! https://x.org/b" },
	},
	{
		name: "takes no file for a list that is written by hand",
		texts: { "/p/a.tex": `${main}\\begin{thebibliography}{9}\\end{thebibliography}`, "/p/x.bib": "" },
		found: { "/p/a.tex": "none" },
	},
	{
		name: "two papers beside each other have their own",
		texts: {
			"/p/one/main.tex": `${main}\\input{text}\\bibliography{one}`,
			"/p/one/text.tex": "One",
			"/p/one/one.bib": "",
			"/p/two/main.tex": `${main}\\input{text}\\bibliography{two}`,
			"/p/two/text.tex": "Two",
			"/p/two/two.bib": "",
		},
		found: {
			"/p/one/text.tex": "declared /p/one/one.bib root /p/one/main.tex",
			"/p/two/text.tex": "declared /p/two/two.bib root /p/two/main.tex",
		},
	},
	{
		name: "the root may lie beside the folder of the part",
		texts: {
			"/p/main/main.tex": `${main}\\input{../chapters/one}\\bibliography{../refs}`,
			"/p/chapters/one.tex": "One",
			"/p/refs.bib": "",
		},
		found: { "/p/chapters/one.tex": "declared /p/refs.bib root /p/main/main.tex" },
	},
]);
