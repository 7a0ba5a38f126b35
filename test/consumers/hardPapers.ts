// Papers that are hard to write down: each holds something that one of the formats, or a program that reads it, takes
// for a mark of its own.
import type { Name, Paper } from "../../src/core/paper";

function person(family: string, given: string, more: { particle?: string; suffix?: string } = {}): Name {
	return { family, given, ...more };
}

function paper(title: string, year: number, authors: readonly Name[], more: Partial<Paper>): Paper {
	const id = `title:${title}`;
	return {
		id,
		title,
		abstract: "",
		authors,
		issued: { year },
		type: "article-journal",
		keywords: [],
		links: [],
		...more,
	};
}

/** Letters are those that pdfTeX sets; Þ, ð and đ are left out, whose names in LaTeX Pandoc 2 does not know. */
export const hardPapers: readonly Paper[] = [
	paper("Saving 50% of R&D costs: the #1 choice_of_names at $20 a day", 2001, [person("O'Brien-Sañudo", "Máire")], {
		venue: "Annals of R&D",
		volume: "17",
		issue: "15",
		pages: "1661-1712",
		doi: "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
	}),
	paper("Sets {a, b} and tildes ~ in C# programs @ work", 2002, [person("Berg", "Jan", { particle: "van der" })], {
		venue: "Proceedings of the 3rd Conference on Signs {SIGNS}",
		type: "paper-conference",
		pages: "1-2",
		publisher: "Smith & Sons",
	}),
	paper(
		"Naïve façades: “quoted” words, ‘single’ ones, and dashes – or — both",
		2003,
		[
			person("Strauß", "Jürgen"),
			person("Wałęsa", "Łucja"),
			person("Šćepanović", "Ægir"),
			person("Yılmaz", "Işıl Gökçe"),
			person("Dvořák", "Zdeněk"),
			person("Erdős", "Pál"),
			person("Løkke-Åse", "Øystein"),
		],
		{ venue: "Zeitschrift für Zeichen" },
	),
	paper("A handbook of everything", 2004, [person("King", "Martin Luther", { suffix: "Jr." })], {
		type: "book",
		publisher: "Müller, Meier & Söhne",
		place: "Zürich",
		edition: "2",
		isbn: "978-3-16-148410-0",
	}),
	paper("The chapter on Bayes and on TNF-alpha", 2005, [person("Müller", "Zoë")], {
		type: "chapter",
		venue: "A Handbook of Chapters",
		pages: "3-14",
		publisher: "Springer",
		editors: [person("Editor", "Edda")],
	}),
	paper("On theses about theses", 2006, [person("Thesis", "Theo")], {
		type: "thesis",
		genre: "PhD thesis",
		publisher: "Universität Köln",
	}),
	paper(
		"Data of the group",
		2007,
		[{ literal: "Barnes and Noble, Inc." }, { literal: "The {ATLAS} Collaboration" }],
		{
			type: "dataset",
			publisher: "Zenodo",
			doi: "10.5281/zenodo.1234_567",
		},
	),
	paper("A tool", 2008, [person("de Souza", "María José")], {
		type: "software",
		url: "https://example.org/a%20b/~user/x_y?q=1&r=2#frag",
	}),
	paper("How to report", 2009, [person("Report", "Rita")], {
		type: "report",
		genre: "Technical report",
		number: "TR_12-3",
		publisher: "MIT",
	}),
	paper("Minimal $L_1$ norms in $\\mathbb{R}^n$ spaces", 2010, [person("Norm", "Nora")], {
		type: "article",
		arxiv: "math/0309136",
		arxivClass: "math.FA",
		url: "https://arxiv.org/abs/math/0309136",
	}),
	paper("And others: and so on", 2011, [person("Andersson", "Andy"), person("Land", "Sand")], { venue: "Nature" }),
	paper('Why? "Because!" A reply: no, really; no', 2012, [person("D'Arc", "Jeanne")], { venue: "Science: Reviews" }),
	paper("Null values, true and false", 2013, [person("Null", "Noah"), person("True", "Yes")], { venue: "No" }),
	paper("#Hashtags: [brackets], *stars*, `ticks`, _lines_ and <angles>", 2014, [person("Mark", "Down")], {
		venue: "Journal: of *Marks*",
	}),
	paper("- A title that looks like a list", 2015, [person("Dash", "Dora")], { venue: "- & -" }),
];
