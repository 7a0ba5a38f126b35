// The composition root: makes the library, registers each feature, returns the public API. One page.

import * as vscode from "vscode";
import { commands } from "./core/contributions";
import { registerEditor } from "./editor/commands";
import { CitationTarget } from "./editor/target";
import { Engine } from "./engine/engine";
import { guarded, register } from "./host/commands";
import { startWorker } from "./host/worker";
import { Annotations } from "./library/annotations";
import { IndexStore } from "./library/indexStore";
import { Library } from "./library/library";
import { makeApi, type CiteshelfApi } from "./library/publicApi";
import { AddPapers } from "./views/addPapers/addPapers";
import { registerExporting } from "./views/exporting/exporting";
import { registerPaperCommands } from "./views/paperCommands";
import { PaperPanel } from "./views/paperPanel";
import { SearchPicks } from "./views/search/commands";
import { DigestProblems } from "./views/status/problems";
import { registerStatus } from "./views/status/status";
import { PaperTree } from "./views/tree/paperTree";

export function activate(context: vscode.ExtensionContext): CiteshelfApi {
	const { extensionUri } = context;
	const log = vscode.window.createOutputChannel("Citeshelf", { log: true });
	const privateFolder = vscode.Uri.joinPath(context.globalStorageUri, "digests");
	const startEngine = async () => new Engine(await startWorker(extensionUri));
	const annotations = new Annotations(context.globalState);
	const indexStore = new IndexStore(vscode.Uri.joinPath(context.storageUri ?? context.globalStorageUri, "index"));
	const library = new Library({ extensionUri, privateFolder, startEngine, annotations, indexStore, log });

	const addPapers = new AddPapers({ library, log, privateFolder, memento: context.workspaceState });
	const target = new CitationTarget();
	const document = () => target.document;
	const tree = new PaperTree({
		library,
		log,
		memento: context.workspaceState,
		document,
		drop: addPapers.drop,
		show: id => panel.show(id, { preserveFocus: true, isPreview: true }),
	});
	const panel = new PaperPanel({
		extensionUri,
		library,
		log,
		order: () => tree.order,
		follow: id => void guarded(log, () => tree.reveal(id)),
		filterTree: query => void guarded(log, () => tree.filter(query)),
	});
	const currentPaper = () => (panel.isActive ? panel.id : undefined) ?? tree.selectedId ?? panel.id;
	const picks = new SearchPicks({ library, panel, log, currentPaper, memento: context.globalState });

	context.subscriptions.push(
		log,
		library,
		addPapers,
		tree,
		panel,
		picks,
		registerPaperCommands({ library, panel, log, currentPaper }),
		target,
		registerEditor({
			target,
			extensionUri,
			library,
			log,
			choices: context.workspaceState,
			currentPaper,
			pick: request => picks.toCite(request),
		}),
		registerExporting({ library, log, tree, document }),
		registerStatus({
			library,
			log,
			sampleFolder: vscode.Uri.joinPath(extensionUri, "seeds"),
			document,
		}),
		new DigestProblems({ library, log }),
		register(commands.reload, log, () => library.reload()),
	);
	void library.load();

	return makeApi(library, privateFolder);
}
