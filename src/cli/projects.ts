// Manuscripts with their bibliographies as projects to check. Documents that share the bibliographies of one project,
// the chapters of a book, are one; a bibliography that none of them reads is checked by itself.

import { OpenBibliography } from "../core/bibliography/openBibliography";
import type {
	CheckedBibliography,
	CheckedManuscript,
	CheckedProject,
	LackingBibliography,
} from "../core/checks/project";
import { formatOf } from "../core/bibliography/format";
import { baseName } from "../core/project/paths";
import { projectBibliography, type Files, type ProjectBibliography } from "../core/project/project";
import type { Found } from "./find";

export interface ProjectOptions {
	/** The folder above which nothing is looked for. */
	readonly top: string | undefined;
	readonly bibliography: string | undefined;
	readonly citingCommands: readonly string[];
}

export interface Projects {
	readonly projects: readonly CheckedProject[];
	/** Named, and no text or no bibliography. */
	readonly unreadable: readonly string[];
}

export async function readProjects(found: Found, disk: Files, options: ProjectOptions): Promise<Projects> {
	const reader = new ProjectReader(disk, options);
	const seen = new Set<string>();
	const groups = new Map<string, { readonly found: ProjectBibliography; readonly sources: Set<string> }>();
	for (const path of found.manuscripts) {
		if (seen.has(path)) continue;
		const { top, bibliography: setting } = options;
		const project = await projectBibliography(path, disk, { top, setting });
		const sources = project.sources.includes(path) ? project.sources : [path, ...project.sources];
		// A part that another document takes in, too, is checked in both.
		for (const source of project.root === undefined ? [path] : sources) seen.add(source);
		const name = nameOf(path, project);
		const group = groups.get(name) ?? { found: project, sources: new Set() };
		for (const source of sources) group.sources.add(source);
		groups.set(name, group);
	}
	// A part that was met before its root stands in the root's project, too.
	const projects: CheckedProject[] = [];
	for (const [name, { found: project, sources }] of groups) {
		const isPart = [...groups].some(
			([other, group]) =>
				other !== name && sources.size < group.sources.size && includesAll(group.sources, sources),
		);
		if (!isPart) projects.push(await reader.project(project, [...sources]));
	}
	const read = new Set(projects.flatMap(({ bibliographies }) => bibliographies.map(({ file }) => file)));
	for (const file of found.bibliographies) {
		if (read.has(file)) continue;
		const bibliography = await reader.bibliography(file);
		if (bibliography) projects.push({ manuscripts: [], bibliographies: [bibliography] });
	}
	return { projects, unreadable: await reader.unreadable(found) };
}

/** Documents with one name are one project. */
function nameOf(path: string, { root, how, files, dialect }: ProjectBibliography): string {
	if (how !== "project") return root ?? path;
	return JSON.stringify([dialect, ...files.map(file => file.path)]);
}

function includesAll(all: ReadonlySet<string>, some: ReadonlySet<string>): boolean {
	return [...some].every(one => all.has(one));
}

class ProjectReader {
	readonly #bibliographies = new Map<string, CheckedBibliography | undefined>();

	constructor(
		readonly disk: Files,
		readonly options: ProjectOptions,
	) {}

	async project(found: ProjectBibliography, sources: readonly string[]): Promise<CheckedProject> {
		const manuscripts: CheckedManuscript[] = [];
		for (const file of sources) {
			const text = await this.disk.read(file);
			const { citingCommands } = this.options;
			if (text !== undefined) {
				manuscripts.push({ file, source: { text, languageId: "", fileName: file, citingCommands } });
			}
		}
		const bibliographies: CheckedBibliography[] = [];
		const lacking: LackingBibliography[] = [];
		for (const { path, exists, isRemote, declaredIn, range } of found.files) {
			const place = declaredIn !== undefined && range ? { place: { file: declaredIn, range } } : {};
			const bibliography = exists && !isRemote ? await this.bibliography(path) : undefined;
			if (bibliography) bibliographies.push(bibliography);
			else if (isRemote) lacking.push({ name: path, why: "remote", ...place });
			// What the document writes itself is no file yet.
			else if (exists || found.missing.includes(path)) {
				lacking.push({ name: baseName(path), why: exists ? "unreadable" : "missing", ...place });
			}
		}
		const isComplete = found.missingSources.length === 0 && manuscripts.length === sources.length;
		const { how, dialect } = found;
		return { manuscripts, bibliographies, how, dialect, lacking, isComplete: isComplete && how !== "nearest" };
	}

	/** Read once; `undefined` for one that is no text or of no format. */
	async bibliography(file: string): Promise<CheckedBibliography | undefined> {
		if (this.#bibliographies.has(file)) return this.#bibliographies.get(file);
		const text = await this.disk.read(file);
		const isOne = text !== undefined && formatOf(text, file) !== undefined;
		const read = isOne ? { file, bibliography: new OpenBibliography(text, baseName(file)) } : undefined;
		this.#bibliographies.set(file, read);
		return read;
	}

	async unreadable({ manuscripts, bibliographies }: Found): Promise<readonly string[]> {
		const files: string[] = [];
		for (const file of [...manuscripts, ...bibliographies]) {
			if ((await this.disk.read(file)) === undefined) files.push(file);
		}
		for (const file of bibliographies)
			if (!(await this.bibliography(file)) && !files.includes(file)) files.push(file);
		return files;
	}
}
