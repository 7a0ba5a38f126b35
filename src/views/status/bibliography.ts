// The status of the open document's bibliography: which files were taken and why, and which are not there.

import * as vscode from "vscode";
import type { BibliographyPlace } from "../../core/project/gather";
import { asWritten } from "../../host/asWritten";
import { ignoreUserError } from "../../host/errors";
import { baseName, shownPath } from "../../host/files";
import type { DocumentProject } from "../../host/projectFiles";
import type { Projects } from "../../library/projects";
import type { StatusRow } from "./rows";

/** The rows of a document's bibliographies; none without a document that cites. */
export async function bibliographyRows(
	projects: Projects,
	document: vscode.TextDocument | undefined,
): Promise<readonly StatusRow[]> {
	const project = document && (await projects.now(document).catch(ignoreUserError));
	if (!document || !project) return [];
	const name = asWritten(baseName(document.uri));
	return [
		{ label: vscode.l10n.t("Bibliography of {0}", name), kind: vscode.QuickPickItemKind.Separator },
		...fileRows(document, project),
		...project.missingSources.map(path => missingPartRow(project, path)),
	];
}

function fileRows(document: vscode.TextDocument, project: DocumentProject): readonly StatusRow[] {
	const { files, inline, uriOf } = project;
	const own = inline.map(({ source }): StatusRow => ({
		label: `$(references) ${vscode.l10n.t("References in the document itself")}`,
		description: asWritten(shownPath(uriOf(source))),
		open: { uri: uriOf(source), line: 1 },
	}));
	if (files.length + own.length > 0) return [...files.map(file => fileRow(project, file)), ...own];
	const detail = vscode.l10n.t(
		"The first citation asks for one. The setting citeshelf.bibliography names one for all.",
	);
	return [
		{
			label: `$(circle-slash) ${vscode.l10n.t("None is declared, and none is near")}`,
			detail,
			open: { uri: document.uri, line: 1 },
		},
	];
}

function fileRow(project: DocumentProject, file: BibliographyPlace): StatusRow {
	const { path, exists, isRemote, declaredIn } = file;
	if (isRemote) {
		return { label: `$(globe) ${asWritten(path)}`, description: vscode.l10n.t("an address, which is not read") };
	}
	const uri = project.uriOf(path);
	// What is not there is looked for where it is declared.
	const place = exists || declaredIn === undefined ? uri : project.uriOf(declaredIn);
	return {
		label: `$(${exists ? "book" : "warning"}) ${asWritten(shownPath(uri))}`,
		description: exists ? why(project, file) : vscode.l10n.t("is not there; {0}", why(project, file)),
		open: { uri: place, line: 1 },
	};
}

/** Why a file was taken. */
function why({ how, uriOf }: DocumentProject, { declaredIn }: BibliographyPlace): string {
	if (declaredIn !== undefined) return vscode.l10n.t("declared in {0}", asWritten(shownPath(uriOf(declaredIn))));
	switch (how) {
		case "setting":
			return vscode.l10n.t("named by the setting citeshelf.bibliography");
		case "declared":
		case "project":
		case "nearest":
		case "none":
			return vscode.l10n.t("the nearest, as the document declares none");
	}
}

function missingPartRow({ uriOf }: DocumentProject, path: string): StatusRow {
	return {
		label: `$(warning) ${asWritten(shownPath(uriOf(path)))}`,
		description: vscode.l10n.t("a part of the document that is not there"),
	};
}
