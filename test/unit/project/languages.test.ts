// Which bibliographies the projects of other languages read: by their project files, their includes, their roots.
import { check } from "./memory";

check("a project of Markdown", [
	{
		name: "is told by the nearest file of Quarto's above the document",
		texts: {
			"/p/_quarto.yml": "bibliography: refs.bib",
			"/p/a.qmd": "Text",
			"/p/deep/er/b.qmd": "Text",
			"/p/own/c.qmd": "---\nbibliography: c.bib\n---\n",
			"/p/root/d.qmd": "---\nbibliography: /refs.bib\n---\n",
			"/p/meta/_metadata.yml": "bibliography: m.bib",
			"/p/meta/e.qmd": "Text",
			"/p/refs.bib": "",
			"/p/own/c.bib": "",
			"/p/meta/m.bib": "",
		},
		found: {
			"/p/a.qmd": "project /p/refs.bib",
			"/p/deep/er/b.qmd": "project /p/refs.bib",
			"/p/own/c.qmd": "declared /p/own/c.bib",
			"/p/root/d.qmd": "declared /p/refs.bib",
			"/p/meta/e.qmd": "project /p/meta/m.bib",
		},
	},
	{
		name: "follows includes and child documents up to the header",
		texts: {
			"/p/index.qmd": "---\nbibliography: a.bib\n---\n\n{{< include _part.qmd >}}\n",
			"/p/_part.qmd": "Text",
			"/p/main.Rmd": "---\nbibliography: b.bib\n---\n\n```{r child='kids/k.Rmd'}\n```\n",
			"/p/kids/k.Rmd": "Text",
			"/p/meta.qmd": "---\nmetadata-files: [_meta.yml]\n---\n",
			"/p/_meta.yml": "bibliography: a.bib",
			"/p/a.bib": "",
			"/p/b.bib": "",
		},
		found: {
			"/p/_part.qmd": "declared /p/a.bib root /p/index.qmd",
			"/p/kids/k.Rmd": "declared /p/b.bib root /p/main.Rmd",
			"/p/meta.qmd": "declared /p/a.bib",
		},
	},
	{
		name: "is told by the first chapter of a bookdown book, and not by any index",
		texts: {
			"/p/index.Rmd": "---\nsite: bookdown::bookdown_site\nbibliography: [a.bib, b.bib]\n---\n",
			"/p/01.Rmd": "Text",
			"/p/x/index.Rmd": "---\nbibliography: c.bib\n---\n",
			"/p/x/02.md": "Text",
			"/p/a.bib": "",
			"/p/b.bib": "",
		},
		found: {
			"/p/01.Rmd": "project /p/a.bib /p/b.bib",
			"/p/x/02.md": "nearest /p/a.bib /p/b.bib",
		},
	},
	{
		name: "MyST reads what its project names, else every bibliography of the project",
		texts: {
			"/p/one/myst.yml": "version: 1\nproject:\n  bibliography:\n    - refs/a.bib\n",
			"/p/one/refs/a.bib": "",
			"/p/one/refs/b.bib": "",
			"/p/one/x.md": "Text",
			"/p/two/myst.yml": "version: 1\nproject:\n  id: x\n",
			"/p/two/refs/a.bib": "",
			"/p/two/b.bib": "",
			"/p/two/_build/c.bib": "",
			"/p/two/ch/x.md": "Text",
		},
		found: {
			"/p/one/x.md": "project /p/one/refs/a.bib",
			"/p/two/ch/x.md": "project /p/two/b.bib /p/two/refs/a.bib",
		},
	},
	{
		name: "Jupyter Book, Jekyll and Pandoc's defaults have files of their own",
		texts: {
			"/p/jb/_config.yml": "bibtex_bibfiles:\n  - references.bib\n",
			"/p/jb/ch/a.md": "Text",
			"/p/jb/ch/b.ipynb": '{"cells": []}',
			"/p/jb/references.bib": "",
			"/p/site/_config.yml": "scholar:\n  bibliography: '*.bib'\n",
			"/p/site/_bibliography/one.bib": "",
			"/p/site/_bibliography/two.bib": "",
			"/p/site/_posts/a.md": "Text",
			"/p/pd/defaults.yaml": "metadata:\n  bibliography: ${.}/d.bib\n",
			"/p/pd/d.bib": "",
			"/p/pd/a.md": "Text",
		},
		found: {
			"/p/jb/ch/a.md": "project /p/jb/references.bib",
			"/p/jb/ch/b.ipynb": "project /p/jb/references.bib",
			"/p/site/_posts/a.md": "project /p/site/_bibliography/one.bib /p/site/_bibliography/two.bib",
			"/p/pd/a.md": "project /p/pd/d.bib",
		},
	},
]);

check("a project of another language", [
	{
		name: "Sphinx takes what conf.py names, and what a directive names on top",
		texts: {
			"/p/docs/conf.py": "bibtex_bibfiles = ['refs.bib']",
			"/p/docs/refs.bib": "",
			"/p/docs/ch/own.bib": "",
			"/p/docs/ch/a.rst": "Text",
			"/p/docs/ch/b.rst": ".. bibliography:: own.bib\n",
			"/p/docs/ch/c.md": "{cite}`x`",
		},
		found: {
			"/p/docs/ch/a.rst": "project /p/docs/refs.bib",
			"/p/docs/ch/b.rst": "declared /p/docs/ch/own.bib /p/docs/refs.bib",
			"/p/docs/ch/c.md": "project /p/docs/refs.bib",
		},
	},
	{
		name: "Typst finds the file that includes a part, and paths from the root of the project",
		texts: {
			"/p/main.typ": '#import "lib/template.typ": *\n#include "ch/one.typ"',
			"/p/lib/template.typ": '#let t = { bibliography("/refs.yml") }',
			"/p/ch/one.typ": '#include "inner.typ"',
			"/p/ch/inner.typ": "= Inner",
			"/p/refs.yml": "",
			"/p/refs.bib": "",
		},
		found: {
			"/p/main.typ": "declared /p/refs.yml",
			"/p/lib/template.typ": "declared /p/refs.yml",
			"/p/ch/one.typ": "declared /p/refs.yml root /p/main.typ",
			"/p/ch/inner.typ": "declared /p/refs.yml root /p/main.typ",
		},
	},
	{
		name: "a part of Typst that nothing takes in is near to the main document",
		texts: {
			"/p/main.typ": '#bibliography("refs.yml")',
			"/p/ch/alone.typ": "= Alone",
			"/p/refs.yml": "",
			"/p/left.bib": "",
		},
		found: { "/p/ch/alone.typ": "nearest /p/refs.yml" },
	},
	{
		name: "AsciiDoc and Org follow their includes, from the root's folder",
		texts: {
			"/p/a.adoc": "= T\n:dir: refs\n:bibtex-file: {dir}/a.bib\n\ninclude::ch/b.adoc[]\n",
			"/p/ch/b.adoc": "Text",
			"/p/a.org": '#+bibliography: refs/a.bib\n#+include: "ch/b.org"\n',
			"/p/ch/b.org": "* Text",
			"/p/refs/a.bib": "",
		},
		found: {
			"/p/ch/b.adoc": "declared /p/refs/a.bib root /p/a.adoc",
			"/p/ch/b.org": "declared /p/refs/a.bib root /p/a.org",
		},
	},
]);
