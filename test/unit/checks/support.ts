// Projects in memory and on disk, checked as the command line checks them, and findings as short texts.
import { ProjectChecks } from "../../../src/core/checks/check";
import type { FileEdit, Finding } from "../../../src/core/checks/finding";
import { inEnglish } from "../../../src/core/checks/messages";
import type { CheckedProject, CheckOptions } from "../../../src/core/checks/project";
import { levelOf } from "../../../src/core/checks/rules";
import { OpenBibliography } from "../../../src/core/bibliography/openBibliography";
import { extensionOf } from "../../../src/core/project/paths";
import { readProjects } from "../../../src/cli/projects";
import { apply } from "../citations/marked";
import { filesIn } from "../project/memory";

export type Texts = Readonly<Record<string, string>>;

/** The projects of files by their paths, which start with `/`. */
export async function projectsIn(texts: Texts): Promise<readonly CheckedProject[]> {
	const paths = Object.keys(texts);
	const isBibliography = (path: string) => /^(?:bib|json|ya?ml)$/.test(extensionOf(path)) && !/\/[_.]/.test(path);
	const found = {
		manuscripts: paths.filter(path => !isBibliography(path) && !/\.(?:py|ya?ml)$/.test(path)),
		bibliographies: paths.filter(isBibliography),
		unreadable: [],
	};
	const options = { top: undefined, bibliography: undefined, citingCommands: [] };
	return (await readProjects(found, filesIn(texts), options)).projects;
}

/** The findings of rules that are on by themselves, or of all but these. */
export async function findingsIn(
	texts: Texts,
	options: CheckOptions = { off: new Set(["unused-entry"]) },
): Promise<readonly Finding[]> {
	const checks = new ProjectChecks();
	return (await projectsIn(texts)).flatMap(project => checks.check(project, options));
}

/** `rule: marked text`, with the level where it is not the rule's own. */
export function told({ code, severity, place }: Finding, texts: Texts): string {
	const marked = (texts[place.file] ?? "").slice(place.range.start, place.range.end);
	const own = levelOf(code, undefined, {});
	const level = severity === undefined || severity === own ? "" : ` (${severity})`;
	return `${code}${level}: ${marked}`;
}

/** The findings of one bibliography by itself. */
export function findingsOfBibliography(
	text: string,
	dialect?: "bibtex" | "biblatex",
	name = "a.bib",
): readonly Finding[] {
	const bibliographies = [{ file: name, bibliography: new OpenBibliography(text, name) }];
	return new ProjectChecks().check({ manuscripts: [], bibliographies, dialect });
}

export function messages(findings: readonly Finding[]): readonly string[] {
	return findings.map(finding => `${finding.code}: ${inEnglish(finding)}`);
}

/** The texts after edits. */
export function edited(texts: Texts, edits: readonly FileEdit[]): Texts {
	return Object.fromEntries(
		Object.entries(texts).map(([file, text]) => [
			file,
			apply(
				text,
				edits.filter(edit => edit.file === file),
			),
		]),
	);
}
