// The commands that keep bibliographies right: an entry brought up to date, a bibliography tidied.

import * as vscode from "vscode";
import { commands } from "../../core/contributions";
import { guarded, register } from "../../host/commands";
import type { Library } from "../../library/library";
import type { Records } from "../../library/records/records";
import { ChangePreview } from "./preview";
import { findPublished } from "./published";
import { tidyBibliography } from "./tidy";
import { updateEntry } from "./updateEntry";

export interface EntriesNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	/** Keeps which bibliography was chosen for a document. */
	readonly choices: vscode.Memento;
	readonly records: Records;
}

export function registerEntries(needs: EntriesNeeds): vscode.Disposable {
	const { log } = needs;
	const preview = new ChangePreview();
	const guard = (run: () => unknown) => guarded(log, run);
	return vscode.Disposable.from(
		preview,
		register(commands.updateEntry, log, argument => updateEntry(needs, { preview, guard, argument })),
		register(commands.findPublished, log, () => findPublished(needs, preview, guard)),
		register(commands.tidyBibliography, log, () => tidyBibliography(needs, preview, guard)),
	);
}
