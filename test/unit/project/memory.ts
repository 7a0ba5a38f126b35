// Files that are in memory, and tables of what is found in them, for tests of projects.
import assert from "node:assert/strict";
import {
	projectBibliography,
	type Files,
	type ProjectBibliography,
	type ProjectOptions,
} from "../../../src/core/project/project";

/** Files by their absolute paths; a text is all that most of them need. */
export function filesIn(texts: Readonly<Record<string, string>>): Files {
	return {
		read: path => Promise.resolve(texts[path]),
		list: folder => {
			const prefix = folder === "/" ? "/" : `${folder}/`;
			const below = Object.keys(texts).filter(path => path.startsWith(prefix));
			return Promise.resolve([...new Set(below.map(path => path.slice(prefix.length).replace(/\/.*$/, "/")))]);
		},
	};
}

type Texts = Readonly<Record<string, string>>;

/** In one line: why, the files, `!` behind one that is not there, and the root. */
export function told({ how, files, root }: ProjectBibliography): string {
	const names = files.map(({ path, exists }) => path + (exists ? "" : "!"));
	return [how, ...names, ...(root === undefined ? [] : [`root ${root}`])].join(" ");
}

export async function find(texts: Texts, path: string, options: ProjectOptions = {}): Promise<ProjectBibliography> {
	return projectBibliography(path, filesIn(texts), { top: "/p", ...options });
}

interface Case {
	readonly name: string;
	readonly texts: Texts;
	/** What is found, by the document that it is found for. */
	readonly found: Readonly<Record<string, string>>;
	readonly options?: ProjectOptions;
}

export function check(name: string, cases: readonly Case[]): void {
	suite(name, () => {
		for (const { name: title, texts, found, options } of cases) {
			test(title, async () => {
				for (const [path, expected] of Object.entries(found)) {
					assert.equal(told(await find(texts, path, options)), expected, path);
				}
			});
		}
	});
}

/** How a root document begins. */
export const main = "\\documentclass{article}\\begin{document}";
