// The commands about records: to complete them, to set keys of catalogues, and to forget what was agreed and answered.

import * as vscode from "vscode";
import { commands } from "../../core/contributions";
import { register } from "../../host/commands";
import { completeRecords, type CompleteNeeds } from "./complete";
import { setCatalogueKey } from "./keys";

export function registerRecords(needs: CompleteNeeds): vscode.Disposable {
	const { records, log } = needs;
	return vscode.Disposable.from(
		register(commands.completeRecords, log, (argument, selected) => completeRecords(needs, argument, selected)),
		register(commands.setCatalogueKey, log, () => setCatalogueKey(records.access)),
		register(commands.forgetCatalogues, log, async () => {
			await records.forget();
			const text = vscode.l10n.t("Catalogues’ answers, refused records and your agreement are forgotten");
			vscode.window.setStatusBarMessage(`$(trash) ${text}`, 8000);
		}),
	);
}
