// `citeshelf check`: the checks of the editor for a terminal and for continuous integration.

import { version } from "../../package.json";
import { ProjectChecks } from "../core/checks/check";
import type { Finding } from "../core/checks/finding";
import type { CheckedProject } from "../core/checks/project";
import { levelOf, levels, rules, type Level } from "../core/checks/rules";
import { relativePath } from "../core/project/paths";
import { help, readArguments, type CheckCommand } from "./commandLine";
import { corePath, Disk } from "./disk";
import { findFiles } from "./find";
import { readProjects } from "./projects";
import { report, type Leveled } from "./reports";

/** What the program has of the system that runs it. */
export interface System {
	readonly folder: string;
	readonly write: (text: string) => void;
	readonly complain: (text: string) => void;
}

/** Runs a command; gives the exit code. */
export async function run(given: readonly string[], system: System): Promise<number> {
	const command = readArguments(given);
	switch (command.kind) {
		case "help":
			system.write(help);
			return 0;
		case "version":
			system.write(`${version}\n`);
			return 0;
		case "wrong":
			system.complain(`citeshelf: ${command.why}\nTry “citeshelf --help”.\n`);
			return 2;
		case "check":
			return check(command, system);
	}
}

async function check(command: CheckCommand, system: System): Promise<number> {
	const disk = new Disk();
	const folder = corePath(".", system.folder);
	const paths = command.paths.length === 0 ? ["."] : command.paths;
	const found = await findFiles(paths, system.folder, disk);
	const { bibliography, citingCommands } = command;
	const setting = bibliography === undefined ? undefined : corePath(bibliography, system.folder);
	const isWithin = [...found.manuscripts, ...found.bibliographies].every(path => path.startsWith(`${folder}/`));
	const top = isWithin ? folder : undefined;
	const { projects, unreadable } = await readProjects(found, disk, { top, bibliography: setting, citingCommands });
	const leveled = leveledFindings(projects, command);
	const texts = new Map(
		projects.flatMap(({ manuscripts, bibliographies }) => [
			...manuscripts.map(({ file, source }) => [file, source.text] as const),
			...bibliographies.map(({ file, bibliography: read }) => [file, read.text] as const),
		]),
	);
	// A file of settings of a project may declare a bibliography, too.
	for (const { finding } of leveled) {
		const { file } = finding.place;
		if (!texts.has(file)) texts.set(file, (await disk.read(file)) ?? "");
	}
	const shown = (file: string) => (file.startsWith(`${folder}/`) ? relativePath(folder, file) : file);
	system.write(report(leveled, command.format, { text: file => texts.get(file) ?? "", shown }));
	const bad = [...found.unreadable, ...unreadable.map(shown)];
	for (const name of bad) system.complain(`citeshelf: ${name} cannot be read.\n`);
	if (bad.length > 0) return 2;
	const { failOn } = command;
	return failOn !== "never" && leveled.some(({ level }) => isAtLeast(level, failOn)) ? 1 : 0;
}

/** The findings that are told of, each once: parts and bibliographies may belong to several projects. */
function leveledFindings(projects: readonly CheckedProject[], command: CheckCommand): readonly Leveled[] {
	const off = new Set(rules.map(({ code }) => code).filter(code => levelOf(code, "error", command.rules) === "off"));
	const checks = new ProjectChecks();
	const found = projects.map(project => checks.check(project, { off }));
	const byName = new Map<string, Leveled>();
	for (const finding of found.flat()) {
		const level = levelOf(finding.code, finding.severity, command.rules);
		if (level === "off" || !isAtLeast(level, command.severity) || isUsedElsewhere(finding, projects, found))
			continue;
		const name = nameOf(finding);
		const known = byName.get(name);
		// What is mild in one project may be grave in another.
		if (!known || levels.indexOf(level) < levels.indexOf(known.level)) byName.set(name, { finding, level });
	}
	return [...byName.values()];
}

/** Equal for what is told once: of two entries that are one work it does not matter which comes first. */
function nameOf({ code, place, message, args, related }: Finding): string {
	const isPair = code === "same-work" || code === "duplicate-key";
	const places = [place, ...related.map(each => each.place)].map(({ file, range }) => `${file} ${range.start}`);
	return JSON.stringify([code, ...(isPair ? places.sort() : [places[0], message, ...args])]);
}

/** Whether an entry that nothing cites in one project is cited in another one that reads it. */
function isUsedElsewhere(
	{ code, place }: Finding,
	projects: readonly CheckedProject[],
	found: readonly (readonly Finding[])[],
): boolean {
	if (code !== "unused-entry") return false;
	return projects.some(({ bibliographies }, i) => {
		const isRead = bibliographies.some(({ file }) => file === place.file);
		return isRead && found[i]?.some(one => one.code === code && isSamePlace(one.place, place)) === false;
	});
}

function isSamePlace(a: Finding["place"], b: Finding["place"]): boolean {
	return a.file === b.file && a.range.start === b.range.start;
}

function isAtLeast(level: Level, least: Level): boolean {
	return levels.indexOf(level) <= levels.indexOf(least);
}
