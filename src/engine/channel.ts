// A worker's end of its message channel: a web worker has `postMessage`, a Node worker thread has `parentPort`.

export interface Channel<From, To> {
	post(message: From): void;
	listen(listener: (message: To) => void): void;
}

/** The channel to the host that started this worker. */
export function openChannel<From, To>(): Channel<From, To> {
	if (typeof self !== "undefined" && typeof self.postMessage === "function") {
		return {
			post: message => self.postMessage(message),
			listen: listener => self.addEventListener("message", event => listener((event as MessageEvent<To>).data)),
		};
	}
	const port = (require("node:worker_threads") as { parentPort: NodePort }).parentPort;
	return {
		post: message => port.postMessage(message),
		listen: listener => port.on("message", message => listener(message as To)),
	};
}

/** The part of Node's `MessagePort` that is used; `src` is compiled without Node's types. */
interface NodePort {
	postMessage(message: unknown): void;
	on(event: "message", listener: (message: unknown) => void): void;
}

declare const require: (id: string) => unknown;
