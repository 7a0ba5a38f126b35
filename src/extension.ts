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
import { Library, type LibraryNeeds } from "./library/library";
import { makeApi, type CiteshelfApi } from "./library/publicApi";
import { AddPapers } from "./views/addPapers/addPapers";
import { CurrentPapers } from "./views/currentPapers";
import { registerMarking } from "./views/marking/commands";
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
	const annotations = new Annotations({ memento: context.globalState, storage: context.storageUri, log });
	const library = makeLibrary(context, { annotations, privateFolder, log });

	const addPapers = new AddPapers({ library, log, privateFolder, memento: context.workspaceState });
	const tree = new PaperTree({
		library,
		log,
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
	const target = new CitationTarget();
	const picks = new SearchPicks({ library, panel, log, currentPaper, memento: context.globalState });
	const currentPapers = new CurrentPapers({ panel, tree, searched: () => picks.highlighted });

	context.subscriptions.push(
		log,
		annotations,
		library,
		addPapers,
		tree,
		panel,
		picks,
		currentPapers,
		registerPaperCommands({ panel, log, currentPaper }),
		registerMarking({ library, log, currentPapers, whileTreeFocused: act => tree.whileFocused(act) }),
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
		registerStatus({
			library,
			log,
			sampleFolder: vscode.Uri.joinPath(extensionUri, "seeds"),
			document: () => target.document,
		}),
		new DigestProblems({ library, log }),
		register(commands.reload, log, () => library.reload()),
	);
	void library.load();

	return makeApi(library, privateFolder);
}

function makeLibrary(
	{ extensionUri, storageUri, globalStorageUri, workspaceState }: vscode.ExtensionContext,
	needs: Pick<LibraryNeeds, "annotations" | "privateFolder" | "log">,
): Library {
	const indexStore = new IndexStore(vscode.Uri.joinPath(storageUri ?? globalStorageUri, "index"));
	const startEngine = async () => new Engine(await startWorker(extensionUri));
	return new Library({ ...needs, extensionUri, indexStore, memento: workspaceState, startEngine });
}
