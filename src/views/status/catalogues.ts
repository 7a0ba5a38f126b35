// The status of the catalogues that records are looked up in: whether they may be asked, and what became of it.

import * as vscode from "vscode";
import { listed } from "../../core/metadata/directory";
import { asWritten } from "../../host/asWritten";
import { moreNotes, problemText } from "../../host/problems";
import type { CatalogueState, Records } from "../../library/records/records";
import type { StatusRow } from "./rows";

/** Problems of one catalogue that a row names. */
const mostNamed = 2;

export function catalogueRows(records: Records): readonly StatusRow[] {
	const { access, states, isOffline } = records;
	const separator = { label: vscode.l10n.t("Catalogues"), kind: vscode.QuickPickItemKind.Separator };
	if (states.size === 0) {
		const label = access.isAgreed
			? vscode.l10n.t("None was asked since the window was opened")
			: vscode.l10n.t("None was ever asked: Complete records asks you first");
		return [separator, { label: `$(cloud) ${label}` }];
	}
	const offline = isOffline
		? [{ label: `$(debug-disconnect) ${vscode.l10n.t("Offline when records were last looked up")}` }]
		: [];
	return [separator, ...offline, ...[...states.values()].map(catalogueRow)];
}

function catalogueRow({ name, requests, isGivenUp, problems, at }: CatalogueState): StatusRow {
	const time = at.toLocaleTimeString(vscode.env.language, { hour: "2-digit", minute: "2-digit" });
	const count = requests === 1 ? vscode.l10n.t("1 request") : vscode.l10n.t("{0} requests", requests);
	const facts = [count, vscode.l10n.t("at {0}", time), ...(isGivenUp ? [vscode.l10n.t("given up")] : [])];
	const grave = problems.filter(({ severity }) => severity !== "information");
	const named = grave.slice(0, mostNamed).map(problemText);
	const more = grave.length > named.length ? [moreNotes(grave.length - named.length)] : [];
	return {
		label: `$(${isGivenUp ? "warning" : "cloud"}) ${listed(name).label}`,
		description: facts.join(" · "),
		...(named.length > 0 && { detail: asWritten([...named, ...more].join(" ")) }),
	};
}
