// Digests in YAML.

import type { Format } from "../../format";
import { readYaml, yamlKind } from "./readYaml";

/** In the order in which they are tried. */
export const yamlFormats: readonly Format[] = (["csl-yaml", "hayagriva", "yaml"] as const).map((kind): Format => ({
	name: kind,
	looksLike: text => yamlKind(text) === kind,
	read: input => readYaml(kind, input),
}));
