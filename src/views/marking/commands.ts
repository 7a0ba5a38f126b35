// The commands that mark papers: read, starred, to read later, done, hidden; and those that say which are in sight.

import * as vscode from "vscode";
import { selectedPaperIds } from "../../core/commandArguments";
import { commands } from "../../core/contributions";
import type { Mark } from "../../core/states/paperState";
import { register } from "../../host/commands";
import { UserError } from "../../host/errors";
import { setting, updateSetting } from "../../host/settings";
import type { Library } from "../../library/library";
import type { CurrentPapers } from "../currentPapers";
import { registerFollowing } from "./follow";
import { registerNotes } from "./notes";
import { askTags } from "./tags";

export interface MarkingNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	/** The papers that the person looks at: `ids` in an open search, in the panel or in the tree. */
	readonly currentPapers: Pick<CurrentPapers, "ids" | "inTree">;
	/** Does what a key in the tree asks for, so that the focus stays there. */
	readonly whileTreeFocused: (act: () => void) => void;
}

/** Milliseconds for which the status bar says that a paper went out of sight. */
const saidMs = 6000;

const toggles = [
	[commands.toggleDone, "done"],
	[commands.toggleHidden, "hidden"],
	[commands.toggleLater, "later"],
	[commands.toggleRead, "read"],
	[commands.toggleStar, "starred"],
] as const;

export function registerMarking(needs: MarkingNeeds): vscode.Disposable {
	const { library, log, currentPapers } = needs;
	const papersOf = (args: readonly unknown[]) => {
		// A panel beside the tree may be the active editor while the tree has the focus.
		const current = isFromTree(args[0]) ? currentPapers.inTree : currentPapers.ids;
		const ids = selectedPaperIds(args) ?? current;
		if (ids.length === 0) throw new UserError(vscode.l10n.t("Choose a paper on the shelf first."));
		return ids;
	};
	return vscode.Disposable.from(
		...toggles.map(([command, mark]) =>
			register(command, log, (...args) => {
				const act = () => toggle(library, mark, papersOf(args));
				if (isFromTree(args[0])) needs.whileTreeFocused(act);
				else act();
			}),
		),
		register(commands.editTags, log, (...args) => askTags(library, papersOf(args))),
		register(commands.markAllSeen, log, () => library.markAllSeen()),
		register(commands.toggleHideDone, log, () => updateSetting("hideDone", !setting("hideDone"))),
		registerNotes({ library, log, papersOf }),
		registerFollowing({ library, log, papersOf }),
	);
}

function isFromTree(argument: unknown): boolean {
	return typeof argument === "object" && argument !== null && "from" in argument && argument.from === "tree";
}

/** Marks papers; takes the mark away where all have it. */
function toggle({ states }: Library, mark: Mark, ids: readonly string[]): void {
	const isSet = !ids.every(id => states.has(mark, id));
	states.mark(mark, ids, isSet);
	if (mark !== "hidden" || !isSet) return;
	const text =
		ids.length === 1
			? vscode.l10n.t("1 paper is hidden; is:hidden finds it")
			: vscode.l10n.t("{0} papers are hidden; is:hidden finds them", ids.length);
	vscode.window.setStatusBarMessage(text, saidMs);
}
