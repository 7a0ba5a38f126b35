// Choosing the tags of papers: those that are there to tick, and new ones typed.

import * as vscode from "vscode";
import { beginning, plainTitle } from "../../core/render";
import { tagText } from "../../core/states/paperState";
import { asWritten } from "../../host/asWritten";
import type { Library } from "../../library/library";

/** Letters of a title in the title of the list. */
const titleLength = 60;

interface TagRow extends vscode.QuickPickItem {
	readonly tag: string;
}

/** Lets a person tick tags of papers, and type new ones. A tag that only some of them have stays unless it is ticked. */
export async function askTags(library: Library, ids: readonly string[]): Promise<void> {
	const chosen = await chooseTags(library, ids);
	if (!chosen) return;
	const { states } = library;
	for (const tag of chosen.ticked) states.tag(tag, ids, true);
	for (const tag of chosen.before) if (!chosen.ticked.has(tag)) states.tag(tag, ids, false);
}

interface Chosen {
	/** The tags that all of the papers had. */
	readonly before: ReadonlySet<string>;
	readonly ticked: ReadonlySet<string>;
}

async function chooseTags(library: Library, ids: readonly string[]): Promise<Chosen | undefined> {
	const { tagged } = library.states;
	const before = new Set([...tagged.keys()].filter(tag => ids.every(id => library.states.tags(id).includes(tag))));
	const pick = vscode.window.createQuickPick<TagRow>();
	pick.canSelectMany = true;
	pick.title = titleOf(library, ids);
	pick.placeholder = vscode.l10n.t("Tick tags, or type a new one");
	const made = new Set<string>();
	const rows = (): readonly TagRow[] => {
		const typed = tagText(pick.value);
		const isNew = typed !== "" && !tagged.has(typed) && !made.has(typed);
		return [...(isNew ? [typed] : []), ...made, ...[...tagged.keys()].sort()].map(tag => {
			const count = tagged.get(tag)?.length ?? 0;
			const papers = count === 1 ? vscode.l10n.t("1 paper") : vscode.l10n.t("{0} papers", count);
			return { tag, label: asWritten(tag), description: count === 0 ? vscode.l10n.t("new tag") : papers };
		});
	};
	const place = (ticked: ReadonlySet<string>) => {
		pick.items = rows();
		pick.selectedItems = pick.items.filter(({ tag }) => ticked.has(tag));
	};
	const ticked = () => new Set(pick.selectedItems.map(({ tag }) => tag));
	place(before);
	pick.onDidChangeValue(() => place(ticked()));
	pick.onDidChangeSelection(selected => {
		for (const { tag } of selected) if (!tagged.has(tag)) made.add(tag);
	});
	try {
		return await new Promise<Chosen | undefined>(resolve => {
			// Who types a tag and presses Enter means it, ticked or not.
			pick.onDidAccept(() => {
				const typed = tagText(pick.value);
				resolve({ before, ticked: new Set([...ticked(), ...(typed === "" ? [] : [typed])]) });
			});
			pick.onDidHide(() => resolve(undefined));
			pick.show();
		});
	} finally {
		pick.dispose();
	}
}

function titleOf(library: Library, ids: readonly string[]): string {
	const paper = ids.length === 1 ? library.paper(ids[0] ?? "") : undefined;
	if (!paper) return vscode.l10n.t("Tags of {0} papers", ids.length);
	return vscode.l10n.t("Tags of “{0}”", asWritten(beginning(plainTitle(paper), titleLength)));
}
