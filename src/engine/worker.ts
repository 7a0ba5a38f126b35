// The worker: takes requests one by one, what a person waits for first, and indexes in between. The same file runs
// in a Node worker thread and in a web worker.

import { openChannel, type Channel } from "./channel";
import { navigationMethods } from "./language/navigation";
import type { FromWorker, Method, RequestMessage, ToWorker } from "./protocol";
import { Shelf } from "./shelf";

/** What somebody waits for at the keyboard; it overtakes reading. */
const urgent: ReadonlySet<Method> = new Set<Method>([
	"search",
	"queryHelp",
	"suggest",
	"similar",
	"setStates",
	"topicsOf",
	"grouped",
	"nearReasons",
	"page",
	"addEntries",
	"citedPapers",
	"updatedEntry",
	"bibliographyReport",
	"preprints",
	"tidied",
	"putBibliography",
	"putManuscript",
	"readProjectFile",
	"bibliographyStates",
	"completions",
	"completionDetail",
	"checkProject",
	"fixEdits",
	"references",
	...navigationMethods,
]);

function run(channel: Channel<FromWorker, ToWorker>): void {
	const shelf = new Shelf();
	const queue: RequestMessage[] = [];
	let scheduled = false;

	// A task a turn, so that the messages which came meanwhile, cancellations too, are seen before the next.
	const schedule = () => {
		if (scheduled) return;
		scheduled = true;
		setTimeout(() => {
			scheduled = false;
			turn();
			if (queue.length > 0 || !shelf.isSettled) schedule();
		}, 0);
	};

	const turn = () => {
		const request = takeNext(queue, shelf);
		if (request) channel.post(answer(shelf, request));
		else shelf.indexSlice();
	};

	channel.listen(message => {
		if ("cancel" in message) {
			const index = queue.findIndex(({ id }) => id === message.cancel);
			if (index >= 0) queue.splice(index, 1);
		} else {
			queue.push(message);
			schedule();
		}
	});
}

/**
 * Removes the request to serve now: urgent ones first, of which some wait until their bibliographies are read, in turns
 * between which others are served; then the rest, of which some wait until the index is complete, or all is settled.
 */
function takeNext(queue: RequestMessage[], shelf: Shelf): RequestMessage | undefined {
	const isUrgent = queue.some(({ method }) => urgent.has(method));
	const index = queue.findIndex(request =>
		isUrgent
			? urgent.has(request.method) && shelf.isReadyFor(request)
			: isTime(request.method, shelf) && shelf.isReadyFor(request),
	);
	return index < 0 ? undefined : queue.splice(index, 1)[0];
}

function isTime(method: Method, shelf: Shelf): boolean {
	if (method === "indexed") return shelf.isIndexed;
	if (method === "topics") return shelf.isGrouped;
	if (method === "stored" || method === "directions") return shelf.isSettled && shelf.isIndexed;
	return true;
}

function answer(shelf: Shelf, { id, method, params }: RequestMessage): FromWorker {
	try {
		return { id, answer: shelf.serve(method, params) };
	} catch (error) {
		return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
	}
}

run(openChannel<FromWorker, ToWorker>());
