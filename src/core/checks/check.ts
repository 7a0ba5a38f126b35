// The door of the checks: all that is wrong between manuscripts and their bibliographies, and in these by themselves.

import type { Problem } from "../paper";
import type { MessageId } from "./messages";
import { inheritanceFindings, stringFindings } from "./entries/across";
import { citationFindings } from "./citations/undefined";
import { placed, type Finding, type LocalFinding } from "./finding";
import type { CheckedProject, CheckOptions } from "./project";
import { BibliographyReader, type BlockReading } from "./readings/bibliography";
import { EntryIndex } from "./readings/entryIndex";
import { ManuscriptReader } from "./readings/manuscript";
import { isClassic, type ProjectReading } from "./readings/projectReading";
import type { RuleCode } from "./rules";
import { aliasFindings, duplicateFindings } from "./works/duplicates";
import type { PlacedEntry } from "./works/entries";
import { noticeFindings } from "./works/notices";
import { publishedFindings, twinFindings } from "./works/twins";
import { unusedFindings, usedKeys } from "./works/unused";
import type { OpenBibliography } from "../bibliography/openBibliography";

export type { Finding, Fix } from "./finding";
export type { CheckedProject, CheckOptions } from "./project";

/** All findings of a project, by file in the order of the project and by place. Never throws. */
export function checkProject(project: CheckedProject, options: CheckOptions = {}): readonly Finding[] {
	return new ProjectChecks().check(project, options);
}

/** Checks a project again and again as its texts change: what depends on one text, or one entry, is worked out once. */
export class ProjectChecks {
	readonly #readers = new WeakMap<OpenBibliography, BibliographyReader>();
	readonly #manuscripts = new ManuscriptReader();
	#index = new EntryIndex([], []);

	check(project: CheckedProject, options: CheckOptions = {}): readonly Finding[] {
		const { manuscripts, bibliographies, dialect } = project;
		const texts = this.#manuscripts.read(manuscripts);
		const reader = { dialect, isClassic: isClassic(texts, dialect) };
		const files = bibliographies.map(({ bibliography }) => this.#reader(bibliography).read(bibliography, reader));
		const used = usedKeys({ project, manuscripts: texts, bibliographies: files });
		if (!this.#index.isOf(bibliographies, files)) {
			this.#index = new EntryIndex(bibliographies, files, this.#index.twins);
		}
		const reading: ProjectReading = {
			...{ project, manuscripts: texts, bibliographies: files, used },
			index: this.#index,
		};
		const { entries } = this.#index;
		const isWanted = (...codes: readonly RuleCode[]) => codes.some(code => options.off?.has(code) !== true);
		const findings = [
			...lackingFindings(project),
			...citationFindings(reading, options),
			...ownFindings(reading),
			...stringFindings(reading),
			...inheritanceFindings(reading),
			...duplicateFindings(reading, entries),
			...aliasFindings(reading),
			...(isWanted("same-work", "published-preprint", "retracted-work") ? worksFindings(reading, options) : []),
			...(used ? unusedFindings(entries, used) : []),
		];
		return inOrder(
			project,
			findings.filter(({ code }) => isWanted(code)),
		);
	}

	#reader(bibliography: OpenBibliography): BibliographyReader {
		const known = this.#readers.get(bibliography) ?? new BibliographyReader();
		this.#readers.set(bibliography, known);
		return known;
	}
}

function worksFindings({ manuscripts, index }: ProjectReading, { shelf }: CheckOptions): readonly Finding[] {
	const cited = new Set(manuscripts.flatMap(({ keys }) => keys.map(key => index.keyOf(key))));
	const { entries, groups } = index.twins;
	const uses = { isCited: ({ key }: PlacedEntry) => cited.has(key) };
	return [
		...twinFindings(groups, uses),
		...(shelf ? [...publishedFindings(entries, groups, shelf), ...noticeFindings(entries, shelf, uses)] : []),
	];
}

function lackingFindings({ lacking = [] }: CheckedProject): readonly Finding[] {
	return lacking.flatMap(({ name, place, why }): Finding[] => {
		if (!place || why === "remote") return [];
		const message = why === "missing" ? "bibliography-missing" : "bibliography-unreadable";
		return [{ code: "missing-bibliography", message, args: [name], place, related: [], fixes: [] }];
	});
}

/** What is wrong with each bibliography by itself. */
function ownFindings({ project, bibliographies, used }: ProjectReading): readonly Finding[] {
	return bibliographies.flatMap(({ findings, blocks }, i) => {
		const { file = "", bibliography } = project.bibliographies[i] ?? {};
		return [
			...(bibliography?.problems ?? []).flatMap(problem => syntaxFinding(file, problem)),
			...findings.map(finding => placed(finding, file)),
			...blocks.flatMap(({ reading, shift }) =>
				reading.findings.map(finding => placed(inUse(finding, reading, used), file, shift)),
			),
		];
	});
}

/** No program reads an entry that is not cited: what is wrong with it is no warning yet. */
function inUse(finding: LocalFinding, { entry }: BlockReading, used: ReadonlySet<string> | undefined): LocalFinding {
	const isMild = finding.severity === "information" || finding.severity === "hint";
	if (isMild || used?.has(entry.block.key.toLowerCase()) !== false) return finding;
	return { ...finding, severity: "information" };
}

/** What the parsers report; keys that stand there twice are found across all files. */
function syntaxFinding(file: string, { code, severity, range, args }: Problem): readonly Finding[] {
	if (code === "bib-duplicate-key" || code === "bib-duplicate-id") return [];
	const message = code as MessageId;
	return [{ code: "syntax", severity, message, args, place: { file, range }, related: [], fixes: [] }];
}

function inOrder({ manuscripts, bibliographies }: CheckedProject, findings: readonly Finding[]): readonly Finding[] {
	const order = new Map([...manuscripts, ...bibliographies].map(({ file }, i) => [file, i]));
	const rank = ({ place }: Finding) => order.get(place.file) ?? -1;
	return [...findings].sort((a, b) => rank(a) - rank(b) || a.place.range.start - b.place.range.start);
}
