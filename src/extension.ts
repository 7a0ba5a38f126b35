// The composition root: makes the library, registers each feature, returns the public API. One page.

import * as vscode from "vscode";
import { commands } from "./core/contributions";
import { registerEditor } from "./editor/commands";
import { CitationTarget } from "./editor/target";
import { Engine } from "./engine/engine";
import { guarded, register } from "./host/commands";
import { startWorker } from "./host/worker";
import { Annotations } from "./library/annotations";
import { Feeds, type FeedsNeeds } from "./library/feeds/feeds";
import { IndexStore } from "./library/indexStore";
import { Library, type LibraryNeeds } from "./library/library";
import { Records, type RecordsNeeds } from "./library/records/records";
import { ShelfTopics } from "./library/shelfTopics";
import { makeApi, type CiteshelfApi } from "./library/publicApi";
import { AddPapers } from "./views/addPapers/addPapers";
import { CurrentPapers } from "./views/currentPapers";
import { registerExporting } from "./views/exporting/exporting";
import { registerFeeds } from "./views/feeds/commands";
import { feedStatus } from "./views/feeds/statusRows";
import { MapPanel } from "./views/map/mapPanel";
import { registerMarking } from "./views/marking/commands";
import { registerPaperCommands } from "./views/paperCommands";
import { PaperPanel } from "./views/paperPanel";
import { askAgreement } from "./views/records/agreement";
import { registerRecords } from "./views/records/commands";
import { RecordOffers, type CitedEntries } from "./views/records/offer";
import { SearchPicks } from "./views/search/commands";
import { registerStatus } from "./views/status/status";
import { PaperTree } from "./views/tree/paperTree";

export function activate(context: vscode.ExtensionContext): CiteshelfApi {
	const { extensionUri } = context;
	const log = vscode.window.createOutputChannel("Citeshelf", { log: true });
	const privateFolder = vscode.Uri.joinPath(context.globalStorageUri, "digests");
	const annotations = new Annotations({ memento: context.globalState, storage: context.storageUri, log });
	const library = openLibrary(context, { annotations, privateFolder, log });

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
	const recording = makeRecords(context, { library, log });
	const currentPaper = () => (panel.isActive ? panel.id : undefined) ?? tree.selectedId ?? panel.id;
	const picks = new SearchPicks({ library, panel, log, currentPaper, memento: context.globalState });
	const currentPapers = new CurrentPapers({ panel, tree, searched: () => picks.highlighted });

	context.subscriptions.push(
		log,
		annotations,
		library,
		addPapers,
		tree,
		panel,
		new MapPanel({ extensionUri, library, panel, tree, log, folder: storageOf(context) }),
		picks,
		currentPapers,
		registerPaperCommands({ panel, log, currentPaper }),
		registerMarking({ library, log, currentPapers, whileTreeFocused: act => tree.whileFocused(act) }),
		registerRecords({ ...recording, library, log, currentPaper, tree }),
		target,
		registerEditor({
			target,
			extensionUri,
			library,
			log,
			choices: context.workspaceState,
			currentPaper,
			...recording,
			pick: request => picks.toCite(request),
		}),
		registerExporting({ library, log, tree, document }),
		registerFeedsAndStatus(context, { ...recording, library, privateFolder, log, document }),
		register(commands.reload, log, () => library.reload()),
	);
	void library.load();

	return makeApi(library, privateFolder);
}

type LibraryPlace = Pick<LibraryNeeds, "annotations" | "privateFolder" | "log">;

function openLibrary(context: vscode.ExtensionContext, place: LibraryPlace): Library {
	const { extensionUri, workspaceState } = context;
	const storage = storageOf(context);
	return new Library({
		...place,
		extensionUri,
		memento: workspaceState,
		startEngine: async () => new Engine(await startWorker(extensionUri)),
		indexStore: new IndexStore(vscode.Uri.joinPath(storage, "index")),
		topics: new ShelfTopics(storage, place.log),
	});
}

interface ShelfNeeds extends Pick<FeedsNeeds, "library" | "privateFolder" | "log"> {
	readonly document: () => vscode.TextDocument | undefined;
	readonly records: Records;
}

function registerFeedsAndStatus(context: vscode.ExtensionContext, needs: ShelfNeeds): vscode.Disposable {
	const sampleFolder = sampleFolderOf(context);
	const storage = { user: context.globalStorageUri, workspace: storageOf(context) };
	const feeds = new Feeds({ ...needs, sampleFolder, storage });
	return vscode.Disposable.from(
		registerStatus({ ...needs, sampleFolder, feeds: feedStatus(feeds) }),
		registerFeeds({ ...needs, feeds, memento: context.globalState }),
	);
}

/** Where things that can be made again are kept: for the workspace, or for a window without one. */
function storageOf(context: vscode.ExtensionContext): vscode.Uri {
	return context.storageUri ?? context.globalStorageUri;
}

/** Records, and what hears of papers that were cited without one. */
function makeRecords(context: vscode.ExtensionContext, needs: Pick<RecordsNeeds, "library" | "log">) {
	const { extensionUri, globalState, globalStorageUri, secrets } = context;
	const records = new Records({
		...needs,
		...{ memento: globalState, secrets, folder: globalStorageUri, askAgreement },
		sampleFolder: sampleFolderOf(context),
		start: () => startWorker(extensionUri, "recordsWorker.js"),
	});
	const offers = new RecordOffers(records, globalState);
	return { records, offerRecords: (cited: CitedEntries) => offers.offer(cited) };
}

/** The sample shelf, which comes with the extension. */
function sampleFolderOf({ extensionUri }: vscode.ExtensionContext): vscode.Uri {
	return vscode.Uri.joinPath(extensionUri, "seeds");
}
