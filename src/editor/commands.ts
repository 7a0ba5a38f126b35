// The commands of writing: cite, copy, open online.

import * as vscode from "vscode";
import { commands } from "../core/contributions";
import { onlineAddress } from "../core/render/addresses";
import { register } from "../host/commands";
import { UserError } from "../host/errors";
import { registerCiting, type CitingNeeds } from "./citing";
import { chosenPapers, registerCopying, type CopyingNeeds } from "./copying";
import { registerDropAndPaste } from "./dropAndPaste";
import { registerEntries, type EntriesNeeds } from "./entries/entries";
import { registerCompletion } from "./language/complete/complete";
import { registerChecks } from "./language/checks/checks";
import { registerNavigation } from "./language/navigate/navigate";
import { Manuscript } from "./manuscript";
import type { CitationTarget } from "./target";

export interface EditorNeeds extends CitingNeeds, CopyingNeeds, EntriesNeeds {
	readonly target: CitationTarget;
}

export function registerEditor(needs: EditorNeeds): vscode.Disposable {
	const { library, log, target } = needs;
	return vscode.Disposable.from(
		new Manuscript({ library, log, target }),
		registerCiting(needs, target),
		registerCopying(needs, target),
		registerDropAndPaste(needs),
		registerEntries(needs),
		registerCompletion(needs),
		registerChecks(needs),
		registerNavigation(needs),
		register(commands.openOnline, log, async argument => {
			const paper = library.paper(chosenPapers(argument, needs)[0] ?? "");
			const address = paper && onlineAddress(paper);
			if (!address) throw new UserError(vscode.l10n.t("This paper has no address to open."));
			await vscode.env.openExternal(vscode.Uri.parse(address.url, true));
		}),
	);
}
