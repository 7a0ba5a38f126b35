// The status: each digest with what was read of it and what can be done with it, and every problem at its line.

import * as vscode from "vscode";
import { commands } from "../../core/contributions";
import { guarded, register } from "../../host/commands";
import { DisposableStore } from "../../host/disposables";
import { digestsIn, papersIn } from "../../host/problems";
import type { Library } from "../../library/library";
import type { Records } from "../../library/records/records";
import { bibliographyRows } from "./bibliography";
import { catalogueRows } from "./catalogues";
import { DigestProblems } from "./problems";
import { hideSample, removeDigest } from "./remove";
import { statusRows, type RunButton, type StatusButton, type StatusRow } from "./rows";

export interface StatusNeeds {
	readonly library: Library;
	readonly records: Records;
	readonly log: vscode.LogOutputChannel;
	/** The folder of the sample shelf: what lies there belongs to the extension. */
	readonly sampleFolder: vscode.Uri;
	/** The document that would be cited in. */
	readonly document: () => vscode.TextDocument | undefined;
	/** Feeds with what is known of them, and word of a change. */
	readonly feeds: { readonly rows: () => Promise<readonly StatusRow[]>; readonly onDidChange: vscode.Event<void> };
}

export function registerStatus(needs: StatusNeeds): vscode.Disposable {
	const { library, log } = needs;
	return vscode.Disposable.from(
		register(commands.showStatus, log, () => showStatus(needs)),
		new DigestProblems({ library, log }),
	);
}

function showStatus(needs: StatusNeeds): void {
	const { library, log } = needs;
	const store = new DisposableStore();
	const pick = store.add(vscode.window.createQuickPick<StatusRow>());
	(pick as { sortByLabel?: boolean }).sortByLabel = false;
	pick.matchOnDescription = true;
	pick.matchOnDetail = true;
	pick.placeholder = vscode.l10n.t("Choose a row to open the file there");
	pick.buttons = [reloadButton(), addButton()];
	let bibliographies: readonly StatusRow[] = [];
	let feeds: readonly StatusRow[] = [];
	const show = () => {
		pick.title = vscode.l10n.t("{0} in {1}", papersIn(library.papers.size), digestsIn(library.digests.length));
		const others = [...feeds, ...bibliographies, ...catalogueRows(needs.records)];
		const rows = statusRows(library.digests, others, needs.sampleFolder);
		pick.keepScrollPosition = true;
		const none = pick.busy ? vscode.l10n.t("Reading the digests…") : vscode.l10n.t("The shelf is empty");
		pick.items = rows.length > 0 ? rows : [{ label: none }];
	};
	const waitFor = (reading: Promise<unknown>) => {
		pick.busy = true;
		const end = () => {
			pick.busy = false;
			if (library.digests.length === 0) show();
		};
		void guarded(log, () => reading.finally(end));
	};
	store.add(library.onDidChange(show));
	store.add(library.onDidStartLoading(waitFor));
	store.add(pick.onDidHide(() => store.dispose()));
	store.add(
		pick.onDidTriggerButton(({ tooltip }) => {
			if (tooltip === addButton().tooltip) void vscode.commands.executeCommand(commands.addPapers);
			else waitFor(library.reload());
		}),
	);
	store.add(pick.onDidTriggerItemButton(({ item, button }) => guarded(log, () => press(button, item, needs))));
	store.add(
		pick.onDidAccept(() => {
			const [row] = pick.activeItems;
			pick.hide();
			void guarded(log, () => (row?.open ? open(row) : row?.run?.()));
		}),
	);
	const showFeeds = () =>
		void guarded(log, async () => {
			feeds = await needs.feeds.rows();
			show();
		});
	store.add(needs.feeds.onDidChange(showFeeds));
	showFeeds();
	// It may not have been read yet; and where no events tell of changed files, now is the time to look.
	waitFor(library.load());
	void guarded(log, async () => {
		bibliographies = await bibliographyRows(library.projects, needs.document());
		show();
	});
	show();
	pick.show();
}

function press(button: vscode.QuickInputButton, row: StatusRow, needs: StatusNeeds): unknown {
	return "run" in button ? (button as RunButton).run() : run((button as StatusButton).action, row, needs);
}

async function run(action: StatusButton["action"], row: StatusRow, needs: StatusNeeds): Promise<void> {
	const { digest } = row;
	if (!digest) return;
	switch (action) {
		case "open":
			return open({ ...row, open: { uri: digest.uri, line: 1 } });
		case "reveal":
			await vscode.commands.executeCommand("revealInExplorer", digest.uri);
			return;
		case "reload":
			return needs.library.reloadDigest(digest.uri);
		case "complete":
			await vscode.commands.executeCommand(commands.completeRecords, { digest: digest.uri.toString() });
			return;
		case "remove":
			return removeDigest(digest, needs.library);
		case "hide":
			return hideSample();
	}
}

async function open({ open: place }: StatusRow): Promise<void> {
	if (!place) return;
	const line = Math.max(0, place.line - 1);
	const selection = new vscode.Range(line, 0, line, 0);
	// What is no text has an editor of its own, or the offer to open it all the same.
	await vscode.commands.executeCommand("vscode.open", place.uri, { selection });
}

function reloadButton(): vscode.QuickInputButton {
	return { iconPath: new vscode.ThemeIcon("refresh"), tooltip: vscode.l10n.t("Reload digests") };
}

function addButton(): vscode.QuickInputButton {
	return { iconPath: new vscode.ThemeIcon("add"), tooltip: vscode.l10n.t("Add papers…") };
}
