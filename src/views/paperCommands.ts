// The commands about a paper: to open it, and to glance at it.

import * as vscode from "vscode";
import { paperIds } from "../core/commandArguments";
import { commands } from "../core/contributions";
import { register } from "../host/commands";
import type { PaperPanel } from "./paperPanel";

export interface PaperCommandsNeeds {
	readonly panel: PaperPanel;
	readonly log: vscode.LogOutputChannel;
	/** The paper that the person looks at, in the tree or in the panel. */
	readonly currentPaper: () => string | undefined;
}

export function registerPaperCommands({ panel, log, currentPaper }: PaperCommandsNeeds): vscode.Disposable {
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
	);
}

function hasPreserveFocus(argument: unknown): boolean {
	return typeof argument === "object" && argument !== null && "preserveFocus" in argument;
}
