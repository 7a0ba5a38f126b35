// The commands that mark papers: the star, and whether they were read.

import * as vscode from "vscode";
import { paperIds } from "../core/commandArguments";
import { commands } from "../core/contributions";
import { register } from "../host/commands";
import type { Mark } from "../library/annotations";
import type { Library } from "../library/library";

export interface MarksNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	/** The paper that the person looks at, in the tree or in the panel. */
	readonly currentPaper: () => string | undefined;
}

export function registerMarks({ library, log, currentPaper }: MarksNeeds): vscode.Disposable {
	/** Marks the papers of the argument, or the one that the person looks at; takes the mark away where all have it. */
	const toggle = (mark: Mark, argument: unknown) => {
		const current = currentPaper();
		const ids = paperIds(argument) ?? (current === undefined ? [] : [current]);
		library.states.mark(mark, ids, !ids.every(id => library.states.has(mark, id)));
	};
	return vscode.Disposable.from(
		register(commands.toggleStar, log, argument => toggle("starred", argument)),
		register(commands.toggleRead, log, argument => toggle("read", argument)),
	);
}
