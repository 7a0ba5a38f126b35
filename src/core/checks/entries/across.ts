// What is wrong with entries as far as it takes the other entries and files of the project: strings that are defined
// elsewhere, and fields that an entry has from another one.

import type { Strings } from "../../bibliography/bibtex/strings";
import { placed, type Finding, type LocalFinding } from "../finding";
import type { ProjectReading } from "../readings/projectReading";
import type { PlacedReading } from "../readings/bibliography";
import { missingFields, stringsOfStyles } from "./bibtexEntry";
import { inheritedNames, parentNames, type Parent, type Parents } from "./parents";

/** Names of strings that come with a style: `IEEE_J_AC` of IEEEtran's files. */
const ofFiles = /^(?:ieee_|j_|journal)/;

/** Uses of strings that no bibliography of the project defines. */
export function stringFindings({ project, bibliographies }: ProjectReading): readonly Finding[] {
	const defined = new Set(bibliographies.flatMap(({ strings }) => [...strings.keys()]));
	// What is not there may define them.
	if ((project.lacking ?? []).length > 0) return [];
	// A bibliography by itself may be read behind another one.
	const severity = project.manuscripts.length === 0 ? "information" : undefined;
	return bibliographies.flatMap(({ blocks }, i) => {
		const file = project.bibliographies[i]?.file ?? "";
		return blocks.flatMap(({ reading, shift }) =>
			reading.strings
				.filter(({ name }) => !defined.has(name) && !stringsOfStyles.has(name) && !ofFiles.test(name))
				.map(({ name, range }) => {
					const said = { code: "undefined-string", message: "undefined-string", args: [name] } as const;
					return placed({ ...said, range, ...(severity && { severity }) }, file, shift);
				}),
		);
	});
}

const nothing: Strings = new Map();

/** What is wrong with entries that take fields of others. */
export function inheritanceFindings({ project, bibliographies }: ProjectReading): readonly Finding[] {
	const heirs = bibliographies.map(({ blocks }) => blocks.filter(({ reading }) => isHeir(reading)));
	if (heirs.every(list => list.length === 0)) return [];
	const parents = parentsOf(bibliographies);
	return heirs.flatMap((list, i) => {
		const { strings, dialect = "biblatex" } = bibliographies[i] ?? {};
		const file = project.bibliographies[i]?.file ?? "";
		return list.flatMap(({ reading: { entry }, shift }) => {
			const { block } = entry;
			const own = parents(block.key);
			const wrong = parentNames(block, strings ?? nothing).flatMap(({ key, field, range }): LocalFinding[] => {
				const parent = parents(key);
				const said = { code: "bad-crossref", args: [key], range } as const;
				// What is not there may have it.
				if (!parent) return (project.lacking ?? []).length > 0 ? [] : [{ ...said, message: "parent-missing" }];
				const isBefore =
					dialect === "bibtex" && field === "crossref" && own?.block === block && parent.order < own.order;
				return isBefore ? [{ ...said, message: "parent-before" }] : [];
			});
			const inherited = inheritedNames(block, strings ?? nothing, parents);
			const missing = inherited ? missingFields(entry, inherited, dialect) : [];
			return [...wrong, ...missing].map(finding => placed(finding, file, shift));
		});
	});
}

function isHeir({ entry: { filled } }: PlacedReading["reading"]): boolean {
	return filled.has("crossref") || filled.has("xdata");
}

function parentsOf(bibliographies: ProjectReading["bibliographies"]): Parents {
	const byKey = new Map<string, Parent>();
	const byAlias = new Map<string, Parent>();
	let order = 0;
	for (const { blocks, strings } of bibliographies) {
		for (const { reading } of blocks) {
			const { block } = reading.entry;
			const parent = { block, strings, order: order++ };
			if (block.key !== "") addFirst(byKey, block.key, parent);
			for (const { name } of reading.aliases) addFirst(byAlias, name, parent);
		}
	}
	return key => byKey.get(key.toLowerCase()) ?? byAlias.get(key.toLowerCase());
}

function addFirst(parents: Map<string, Parent>, key: string, parent: Parent): void {
	const letters = key.toLowerCase();
	if (!parents.has(letters)) parents.set(letters, parent);
}
