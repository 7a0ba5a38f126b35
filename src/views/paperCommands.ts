// The commands about a paper: to open it, to glance at it, and to mark it.

import * as vscode from "vscode";
import { paperIds } from "../core/commandArguments";
import { commands } from "../core/contributions";
import { register } from "../host/commands";
import type { Mark } from "../library/annotations";
import type { Library } from "../library/library";
import type { PaperPanel } from "./paperPanel";

export interface PaperCommandsNeeds {
	readonly library: Library;
	readonly panel: PaperPanel;
	readonly log: vscode.LogOutputChannel;
	/** The paper that the person looks at, in the tree or in the panel. */
	readonly currentPaper: () => string | undefined;
}

export function registerPaperCommands({ library, panel, log, currentPaper }: PaperCommandsNeeds): vscode.Disposable {
	/** Marks the papers of the argument, or the one that the person looks at; takes the mark away where all have it. */
	const toggle = (mark: Mark, argument: unknown) => {
		const current = currentPaper();
		const ids = paperIds(argument) ?? (current === undefined ? [] : [current]);
		library.states.mark(mark, ids, !ids.every(id => library.states.has(mark, id)));
	};
	return vscode.Disposable.from(
		register(commands.openPaper, log, async (argument, ...rest) => {
			const [id] = paperIds(argument) ?? [];
			if (id === undefined) return vscode.commands.executeCommand(commands.search, ...rest);
			return panel.show(id, { preserveFocus: hasPreserveFocus(argument) });
		}),
		register(commands.previewPaper, log, argument => {
			const id = paperIds(argument)?.[0] ?? currentPaper();
			if (id !== undefined) panel.show(id, { preserveFocus: true, isPreview: true });
		}),
		register(commands.toggleStar, log, argument => toggle("starred", argument)),
		register(commands.toggleRead, log, argument => toggle("read", argument)),
	);
}

function hasPreserveFocus(argument: unknown): boolean {
	return typeof argument === "object" && argument !== null && "preserveFocus" in argument;
}
