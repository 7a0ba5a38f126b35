// What the files of a project declare for its documents: `_quarto.yml`, `_metadata.yml`, `_bookdown.yml`, `myst.yml`,
// `_config.yml` of Jupyter Book and of Jekyll, and Pandoc's defaults files. Sources: Quarto, "Project Metadata"; MyST
// guide, "Frontmatter"; Jupyter Book 1, "Citations and bibliographies"; jekyll-scholar, README; Pandoc User's Guide,
// "Defaults files".

import type { Source } from "../../citations/citations";
import { declaration, nothingRead, type Declaration, type Reading } from "../reading";
import { readYaml, scalarsIn, valueAt, type YamlNode, type YamlScalar } from "../yaml";

/** The fields that hold bibliographies, from the top of the file. */
const fields: readonly (readonly string[])[] = [
	["bibliography"],
	["metadata", "bibliography"],
	["project", "bibliography"],
	["book", "bibliography"],
	["website", "bibliography"],
	["bibtex_bibfiles"],
	["sphinx", "config", "bibtex_bibfiles"],
];

export function readConfig({ text }: Source): Reading {
	const yaml = readYaml(text);
	if (yaml?.kind !== "map") return nothingRead;
	const formats = valueAt(yaml, "format");
	const values = [
		...fields.map(path => valueAt(yaml, ...path)),
		...(formats?.kind === "map" ? formats.fields.map(({ value }) => valueAt(value, "bibliography")) : []),
	];
	const references = valueAt(yaml, "references") ?? valueAt(yaml, "metadata", "references");
	const more = scalarsIn(valueAt(yaml, "metadata-files"));
	return {
		bibliographies: [...values.flatMap(value => scalarsIn(value)).flatMap(declaredBy), ...scholarly(yaml)],
		parts: more.map(({ text: path, range }) => ({ paths: [withoutFolder(path)], range })),
		inline: references?.kind === "list" ? [{ kind: "references", range: references.whole }] : [],
	};
}

function declaredBy({ text, range }: YamlScalar): Declaration[] {
	return declaration(withoutFolder(text.trim()), range);
}

/** `${.}` is the folder of a defaults file. */
function withoutFolder(path: string): string {
	return path.replace(/^\$\{\.\}\//, "");
}

/** jekyll-scholar: `bibliography`, `references.bib` unless told, in the folder `source`, `_bibliography` unless told. */
function scholarly(yaml: YamlNode): Declaration[] {
	const scholar = valueAt(yaml, "scholar");
	if (scholar?.kind !== "map") return [];
	const source = scalarsIn(valueAt(scholar, "source"))[0];
	const folder = (source?.text ?? "_bibliography").replace(/^\.\/|\/+$/g, "");
	const names = scalarsIn(valueAt(scholar, "bibliography"));
	const key = yaml.kind === "map" ? yaml.fields.find(field => field.key === "scholar")?.keyRange : undefined;
	const place = source?.range ?? key;
	if (names.length === 0 && place) return inFolder(folder, "references.bib", place);
	return names.flatMap(({ text, range }) => inFolder(folder, text.replace(/\*\*\//g, ""), range));
}

function inFolder(folder: string, name: string, range: Declaration["range"]): Declaration[] {
	return declaration(`${folder}/${name}`, range).map(found =>
		name.includes("*") ? { ...found, optional: true } : found,
	);
}
