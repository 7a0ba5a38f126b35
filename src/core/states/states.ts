// The states of papers as a file: JSON Lines, one paper a line in the order of ids, keys in a stable order, so that
// programs which compare and merge lines do well. Total: what is not understood is kept and written back.

import { canonical, isFields, isWritable, joinFields } from "./join";
import { joinStates, type PaperState } from "./paperState";

export interface States {
	/** By the ids under which they were set. */
	readonly papers: ReadonlyMap<string, PaperState>;
	/** Lines that are no states, as they stand, each once and in order. */
	readonly others: readonly string[];
}

export const noStates: States = { papers: new Map(), others: [] };

/** The lines that Git puts around what two branches changed (git-merge, "How conflicts are presented"). */
const conflictMarker = /^(?:<{7}|\|{7}|>{7})(?: .*)?$|^={7}$/;

/** The states in a file's text. Both sides of a conflict that Git left count, and so do two lines of one paper. */
export function readStates(text: string): States {
	const papers = new Map<string, PaperState>();
	const others = new Set<string>();
	for (const line of text.replace(/^\ufeff/, "").split(/\r?\n/)) {
		if (line.trim() === "" || conflictMarker.test(line)) continue;
		const read = readLine(line);
		if (!read) {
			others.add(line);
			continue;
		}
		const known = papers.get(read.id);
		papers.set(read.id, known ? joinFields(known, read.state) : read.state);
	}
	return { papers, others: [...others].sort() };
}

/** The text of a file with these states. */
export function writeStates({ papers, others }: States): string {
	const lines = [...papers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, state]) => lineOf(id, state));
	return [...lines, ...others].map(line => `${line}\n`).join("");
}

/** What two files say together, field by field; the later of two settings of one thing holds, and nothing is lost. */
export function mergeStates(a: States, b: States): States {
	if (b.papers.size === 0 && b.others.length === 0) return a;
	const papers = new Map(a.papers);
	for (const [id, state] of b.papers) {
		const known = papers.get(id);
		papers.set(id, known && known !== state ? joinFields(known, state) : state);
	}
	return { papers, others: [...new Set([...a.others, ...b.others])].sort() };
}

/** The state of a paper by all ids by which it is known: what was set on a preprint holds for the published version. */
export function stateOf({ papers }: States, ids: readonly string[]): PaperState {
	const found: PaperState[] = [];
	for (const id of new Set(ids)) {
		const state = papers.get(id);
		if (state) found.push(state);
	}
	return joinStates(found);
}

/** The ids whose states differ between two files. */
export function differentIds(a: States, b: States): readonly string[] {
	const ids = new Set([...a.papers.keys(), ...b.papers.keys()]);
	return [...ids].filter(id => {
		const [left, right] = [a.papers.get(id), b.papers.get(id)];
		return left !== right && (!left || !right || canonical(left) !== canonical(right));
	});
}

/**
 * The whole lines of a file that was cut off while it was written; `undefined` when it was not. What `writeStates` wrote
 * ends with a line break and holds no NUL, which some file systems leave after a crash.
 */
export function linesBeforeCut(text: string): string | undefined {
	const nul = text.indexOf("\0");
	const end = text.lastIndexOf("\n", nul < 0 ? text.length : nul) + 1;
	if (nul >= 0 || text === "") return text.slice(0, end);
	const last = text.slice(end);
	return last.trim() === "" || readLine(last) ? undefined : text.slice(0, end);
}

function readLine(line: string): { readonly id: string; readonly state: PaperState } | undefined {
	const value = parsed(line);
	if (!isFields(value) || typeof value["id"] !== "string" || !isWritable(value)) return undefined;
	return { id: value["id"], state: Object.fromEntries(Object.entries(value).filter(([key]) => key !== "id")) };
}

function parsed(line: string): unknown {
	try {
		return JSON.parse(line) as unknown;
	} catch {
		return undefined;
	}
}

/** Lines of states that were written before: most stay the same from one time to the next. */
const written = new WeakMap<PaperState, string>();

/** The id comes first, where a reader looks for it. */
function lineOf(id: string, state: PaperState): string {
	const fields = written.get(state) ?? canonical(state).slice(1);
	written.set(state, fields);
	return `{"id":${JSON.stringify(id)}${fields === "}" ? "" : ","}${fields}`;
}
