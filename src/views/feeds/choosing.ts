// The first two questions of adding a feed: what kind it is, and what of that kind is meant.

import * as vscode from "vscode";
import type { FeedKind, FeedSource } from "../../core/feeds/feed";
import { feedSource } from "../../core/feeds/setting";
import { addressIn } from "../../host/fetchBytes";
import { faultWords, feedIcon } from "./words";

interface KindRow extends vscode.QuickPickItem {
	readonly feedKind: FeedKind;
}

/** Lets the person choose a feed; `undefined` when they gave up. */
export async function chooseSource(): Promise<FeedSource | undefined> {
	const chosen = await vscode.window.showQuickPick(kindRows(), {
		title: vscode.l10n.t("Add feed"),
		placeHolder: vscode.l10n.t("What brings new papers? Nothing is asked before you have named it"),
	});
	if (!chosen) return undefined;
	switch (chosen.feedKind) {
		case "huggingFace":
			return { kind: "huggingFace", day: "daily" };
		case "mail":
			return chooseFolder();
		case "web":
		case "arxiv":
		case "pubmed":
			return askSource(chosen.feedKind);
	}
}

function kindRows(): readonly KindRow[] {
	const row = (kind: FeedKind, label: string, detail: string): KindRow => ({
		feedKind: kind,
		label,
		detail,
		iconPath: feedIcon(kind),
	});
	return [
		row(
			"arxiv",
			vscode.l10n.t("arXiv category or search…"),
			vscode.l10n.t("What is submitted to a category, or has certain words or authors"),
		),
		row(
			"web",
			vscode.l10n.t("RSS or Atom feed…"),
			vscode.l10n.t("A journal, a preprint server or a newsletter, by the address of its feed"),
		),
		row("pubmed", vscode.l10n.t("PubMed search…"), vscode.l10n.t("What comes into PubMed and matches your search")),
		row("huggingFace", vscode.l10n.t("Hugging Face daily papers"), vscode.l10n.t("The list of each day")),
		row(
			"mail",
			vscode.l10n.t("Folder of mails…"),
			vscode.l10n.t("Alerts and listings that your mail program saves as .eml; nothing is sent"),
		),
	];
}

/** Asks for what a feed of a kind is, and says while it is typed what is wrong with it. */
export async function askSource(kind: "web" | "arxiv" | "pubmed", value?: string): Promise<FeedSource | undefined> {
	const words = {
		web: {
			title: vscode.l10n.t("Add RSS or Atom feed"),
			prompt: vscode.l10n.t("The address of the feed, or of a page that names it"),
			placeHolder: "https://",
		},
		arxiv: {
			title: vscode.l10n.t("Add arXiv category or search"),
			prompt: vscode.l10n.t("A category such as cs.CL, or a search of arXiv's API"),
			placeHolder: "cs.CL, cat:cs.CV AND abs:pathology, au:LeCun",
		},
		pubmed: {
			title: vscode.l10n.t("Add PubMed search"),
			prompt: vscode.l10n.t("A search as PubMed takes it; it is asked for what is new"),
			placeHolder: '"digital pathology"[tiab] AND review[pt]',
		},
	}[kind];
	const written = await vscode.window.showInputBox({
		...words,
		value: value ?? (kind === "web" ? await addressOnClipboard() : ""),
		ignoreFocusOut: true,
		validateInput: text => {
			if (text.trim() === "") return undefined;
			const source = feedSource(kind, text);
			return "code" in source ? faultWords(source) : undefined;
		},
	});
	if (written === undefined || written.trim() === "") return undefined;
	const source = feedSource(kind, written);
	return "code" in source ? undefined : source;
}

/** Looking at the clipboard would make a browser ask the person. */
async function addressOnClipboard(): Promise<string> {
	if (vscode.env.uiKind === vscode.UIKind.Web) return "";
	return addressIn(await vscode.env.clipboard.readText()) ?? "";
}

/** A folder: by its path in the workspace, else by its own. */
async function chooseFolder(): Promise<FeedSource | undefined> {
	const [folder] =
		(await vscode.window.showOpenDialog({
			canSelectFiles: false,
			canSelectFolders: true,
			openLabel: vscode.l10n.t("Take mails from here"),
			title: vscode.l10n.t("Folder of mails"),
		})) ?? [];
	if (!folder) return undefined;
	const own = folder.scheme === "file" ? folder.fsPath : folder.toString();
	return { kind: "mail", folder: vscode.workspace.getWorkspaceFolder(folder) ? inWorkspace(folder) : own };
}

function inWorkspace(folder: vscode.Uri): string {
	const path = vscode.workspace.asRelativePath(folder, false);
	return path === "" || path === folder.fsPath ? "." : path;
}
