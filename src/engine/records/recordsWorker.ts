// The worker that looks records up: a file of its own, started when records are asked for and ended with that. Answers of
// catalogues, which may be megabytes, are read here; whatever is sent, the editor's side sends.

import { openChannel } from "../channel";
import type { FromWorker } from "../protocol";
import { RecordLookup } from "./recordLookup";
import type { RecordRequests } from "./recordRequests";

type Message = { readonly cancel: number } | RequestOf<keyof RecordRequests>;

interface RequestOf<M extends keyof RecordRequests> {
	readonly id: number;
	readonly method: M;
	readonly params: RecordRequests[M]["params"];
}

const channel = openChannel<FromWorker, Message>();
const lookup = new RecordLookup();

channel.listen(message => {
	// Every request is answered at once: there is nothing to take back.
	if ("cancel" in message) return;
	const { id, method, params } = message;
	try {
		channel.post({ id, answer: lookup.serve(method, params) });
	} catch (error) {
		channel.post({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
	}
});
