// Which papers a command is about: an object with `id` or `ids` from a caller, or a row of the tree.

/** The papers of a command's arguments: of the selected rows of the tree, which come second, else of the first. */
export function selectedPaperIds([first, rows]: readonly unknown[]): readonly string[] | undefined {
	const ids = Array.isArray(rows) ? rows.flatMap(row => paperIds(row) ?? []) : [];
	return ids.length > 0 ? [...new Set(ids)] : paperIds(first);
}

/** The ids of papers in a command's first argument; `undefined` when it names none. */
export function paperIds(argument: unknown): readonly string[] | undefined {
	if (typeof argument !== "object" || argument === null) return undefined;
	const { id, ids, paper } = argument as { id?: unknown; ids?: unknown; paper?: unknown };
	if (Array.isArray(ids)) return ids.filter(item => typeof item === "string");
	if (typeof id === "string") return [id];
	return paper === undefined ? undefined : paperIds(paper);
}
