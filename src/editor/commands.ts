// The commands of writing: cite, copy, open online.

import * as vscode from "vscode";
import { commands } from "../core/contributions";
import { onlineAddress } from "../core/render/addresses";
import { register } from "../host/commands";
import { UserError } from "../host/errors";
import { registerCiting, type CitingNeeds } from "./citing";
import { chosenPapers, registerCopying, type CopyingNeeds } from "./copying";
import { registerDropAndPaste } from "./dropAndPaste";
import { Manuscript } from "./manuscript";
import { CitationTarget } from "./target";

export function registerEditor(needs: CitingNeeds & CopyingNeeds): vscode.Disposable {
	const target = new CitationTarget();
	const { library, log } = needs;
	return vscode.Disposable.from(
		target,
		new Manuscript({ library, log, target }),
		registerCiting(needs, target),
		registerCopying(needs, target),
		registerDropAndPaste(needs),
		register(commands.openOnline, log, async argument => {
			const paper = library.paper(chosenPapers(argument, needs)[0] ?? "");
			const address = paper && onlineAddress(paper);
			if (!address) throw new UserError(vscode.l10n.t("This paper has no address to open."));
			await vscode.env.openExternal(vscode.Uri.parse(address.url, true));
		}),
	);
}
