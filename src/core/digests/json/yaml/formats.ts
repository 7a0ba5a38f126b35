// Digests in YAML.

import type { Format } from "../../format";
import { isOtherYaml, readYaml, yamlKind } from "./readYaml";

/** In the order in which they are tried. */
export const yamlFormats: readonly Format[] = [
	...(["csl-yaml", "hayagriva", "yaml"] as const).map((kind): Format => ({
		name: kind,
		looksLike: text => yamlKind(text) === kind,
		read: input => readYaml(kind, input),
	})),
	{
		name: "yaml",
		looksLike: isOtherYaml,
		read: ({ report }) => {
			report.add("no-list-of-papers", { start: 0, end: 0 }, "YAML", "it holds no records with titles of papers");
			return [];
		},
	},
];
