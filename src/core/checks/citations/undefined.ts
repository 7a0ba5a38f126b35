// Citations whose keys no entry has, as far as that can be known, and what they may have meant.

import { searchWords } from "../../bibliography/keys/candidates";
import type { Finding, Fix, Said } from "../finding";
import type { CheckOptions } from "../project";
import type { CitedPlace, ManuscriptReading } from "../readings/manuscript";
import type { KnownKey } from "../readings/entryIndex";
import { ignoresCase, type ProjectReading } from "../readings/projectReading";
import { isResolvedElsewhere } from "./claimed";

/** For more keys than this nobody looks what they may have meant: the bibliography is another one. */
const mostGuessed = 200;

/** What is wrong with the keys of citations. */
export function citationFindings(reading: ProjectReading, options: CheckOptions): readonly Finding[] {
	const { project, manuscripts } = reading;
	if (project.bibliographies.length === 0 && !hasOwn(manuscripts)) return withoutBibliography(reading);
	const keys = new Keys(reading, options);
	return project.manuscripts.flatMap(({ file }, i) =>
		(manuscripts[i]?.cited ?? []).flatMap(place => keys.check(file, place)),
	);
}

function hasOwn(manuscripts: readonly ManuscriptReading[]): boolean {
	return manuscripts.some(({ own }) => own.size > 0);
}

/** One finding for a document that cites and has nothing to cite from; what is declared and missing is told elsewhere. */
function withoutBibliography({ project, manuscripts }: ProjectReading): readonly Finding[] {
	if ((project.lacking ?? []).length > 0) return [];
	for (const [i, { file }] of project.manuscripts.entries()) {
		const first = manuscripts[i]?.cited.find(place => !place.isBare && !isResolvedElsewhere(place));
		if (!first) continue;
		const said = { message: "no-bibliography", args: [] } as const;
		return [{ code: "no-bibliography", ...said, place: { file, range: first.range }, related: [], fixes: [] }];
	}
	return [];
}

/** What is said of a key, and the keys that it may mean. */
interface Answer extends Said {
	readonly candidates: readonly string[];
}

class Keys {
	readonly #own: ReadonlySet<string>;
	readonly #labels: ReadonlySet<string>;
	readonly #answers = new Map<string, Answer>();

	constructor(
		readonly reading: ProjectReading,
		readonly options: CheckOptions,
	) {
		const { manuscripts } = reading;
		this.#own = new Set(manuscripts.flatMap(({ own }) => [...own]));
		this.#labels = new Set(manuscripts.flatMap(({ labels }) => [...labels]));
	}

	check(file: string, place: CitedPlace): readonly Finding[] {
		const { key, range, syntax } = place;
		const { index } = this.reading;
		if (index.keys.has(key) || this.#own.has(key)) return [];
		if (isResolvedElsewhere(place) || this.#labels.has(key)) return [];
		if (place.isBare && this.#mayBeOther(place)) return [];
		const other = index.folded.get(key.toLowerCase());
		if (other) return [this.#inCapitals({ file, range }, place, other)];
		if (this.#isHidden(key)) return [];
		const { candidates, ...said } = this.#answer(key);
		const fixes = this.#fixes({ file, range }, key, syntax, candidates);
		const severity = said.message === "undefined-maybe" ? ({ severity: "information" } as const) : {};
		return [{ code: "undefined-key", ...said, ...severity, place: { file, range }, related: [], fixes }];
	}

	/**
	 * Whether a `@name` may be no citation at all: in Markdown that asks for no bibliography it greets a person as often, and
	 * in Typst it may be a label in a part that was not read.
	 */
	#mayBeOther({ syntax }: CitedPlace): boolean {
		const { how = "declared", isComplete = true } = this.reading.project;
		const isAsked = how === "declared" || how === "project";
		return !isAsked || (syntax === "typst" && !isComplete);
	}

	/** Whether a bibliography that is broken mentions the key where an entry may be hidden. */
	#isHidden(key: string): boolean {
		const { project, bibliographies } = this.reading;
		return project.bibliographies.some(({ bibliography }, i) => {
			const isBroken = bibliography.problems.some(({ severity }) => severity === "error");
			return isBroken && bibliographies[i]?.text.includes(key) === true;
		});
	}

	#inCapitals(place: Finding["place"], { key, syntax }: CitedPlace, other: KnownKey): Finding {
		const isOne = ignoresCase(syntax, this.reading.project.dialect);
		const fix: Fix = {
			...{ kind: "edits", message: "fix-use", args: [other.key], isPreferred: true, isSafe: true },
			edits: [{ file: place.file, ...place.range, text: other.key }],
		};
		return {
			...{ code: "key-case", message: isOne ? "key-case-classic" : "key-case", args: [key, other.key], place },
			...(isOne && { severity: "information" as const }),
			related: [{ message: "other-entry", args: [other.key], place: other.place }],
			fixes: [fix],
		};
	}

	/** What is said of a key, the same wherever it stands. */
	#answer(key: string): Answer {
		const known = this.#answers.get(key);
		if (known) return known;
		const isGuessed = this.#answers.size < mostGuessed;
		const candidates = isGuessed ? this.reading.index.candidates.of(key) : [];
		const answer = { ...this.#said(key, candidates[0]), candidates };
		this.#answers.set(key, answer);
		return answer;
	}

	#said(key: string, meant: string | undefined): Said {
		const { how, lacking: [lacking] = [], bibliographies } = this.reading.project;
		const [first] = bibliographies;
		if (lacking) return { message: "undefined-maybe", args: [key, lacking.name] };
		if (meant !== undefined) return { message: "undefined-meant", args: [key, meant] };
		if (!first) return { message: "undefined-inline", args: [key] };
		const isGuessed = how === "nearest" || how === "setting";
		if (isGuessed) return { message: "undefined-nearest", args: [key, first.bibliography.fileName] };
		return { message: "undefined", args: [key] };
	}

	#fixes(
		place: Finding["place"],
		key: string,
		syntax: CitedPlace["syntax"],
		candidates: readonly string[],
	): readonly Fix[] {
		const { project } = this.reading;
		const { file, range } = place;
		const uses = candidates.map((text, i): Fix => ({
			...{ kind: "edits", message: "fix-use", args: [text], edits: [{ file, ...range, text }] },
			...(i === 0 && { isPreferred: true as const }),
		}));
		const adds = (this.options.shelf?.offers(key) ?? [])
			.slice(0, 3)
			.map(({ id, title }): Fix => ({ kind: "add", message: "fix-add", args: [title], id, key }));
		const words = searchWords(key);
		const search: readonly Fix[] =
			words === "" ? [] : [{ kind: "search", message: "fix-search", args: [words], words }];
		const target = project.bibliographies[0];
		const stub: readonly Fix[] = target
			? [{ kind: "stub", message: "fix-stub", args: [key, target.bibliography.fileName], key, file: target.file }]
			: [];
		// A `@name` in Pandoc's Markdown may be no citation at all.
		return syntax === "plain" ? uses : [...uses, ...adds, ...search, ...stub];
	}
}
