// The editor's side of the engine: typed requests over a message port, answers as promises, cancellation.

import type { FromWorker, Method, Requests } from "./protocol";

/** The requests of a worker: for each its parameters and its answer. */
type Exchanges<R> = { readonly [M in keyof R]: { params: unknown; answer: unknown } };

/** A channel to the worker; the host makes one for Node and for the browser. */
export interface EnginePort {
	post(message: unknown): void;
	onMessage(listener: (message: FromWorker) => void): void;
	/** Called once when the worker ended by itself, with the reason. */
	onFailure(listener: (reason: Error) => void): void;
	dispose(): void;
}

/** The part of an editor's cancellation token that the engine needs. */
export interface Cancellation {
	readonly isCancellationRequested: boolean;
	onCancellationRequested(listener: () => void): { dispose(): void };
}

interface Pending {
	readonly resolve: (answer: unknown) => void;
	readonly reject: (reason: Error) => void;
}

/** How a request is asked; see `Engine.ask`. */
export type Ask = <M extends Method>(
	method: M,
	params: Requests[M]["params"],
	cancellation?: Cancellation,
) => Promise<Requests[M]["answer"] | undefined>;

/**
 * Sends requests to a worker, the one that holds the shelf unless its requests are named. After `dispose`, or when the
 * worker failed, every request is rejected.
 */
export class Engine<R extends Exchanges<R> = Requests> {
	readonly #port: EnginePort;
	readonly #pending = new Map<number, Pending>();
	#lastId = 0;
	#failure: Error | undefined;

	constructor(port: EnginePort) {
		this.#port = port;
		port.onMessage(message => this.#settle(message));
		port.onFailure(reason => this.#fail(reason));
	}

	get failed(): boolean {
		return this.#failure !== undefined;
	}

	/** Asks the worker. Answers `undefined` when cancelled; rejects when the worker threw or ended. */
	async ask<M extends keyof R>(
		method: M,
		params: R[M]["params"],
		cancellation?: Cancellation,
	): Promise<R[M]["answer"] | undefined> {
		if (this.#failure) throw this.#failure;
		if (cancellation?.isCancellationRequested) return undefined;
		const id = ++this.#lastId;
		const answer = new Promise<unknown>((resolve, reject) => this.#pending.set(id, { resolve, reject }));
		this.#port.post({ id, method, params });
		const listener = cancellation?.onCancellationRequested(() => this.#cancel(id));
		try {
			return await answer;
		} finally {
			listener?.dispose();
		}
	}

	dispose(): void {
		this.#fail(new Error("The engine was stopped."));
		this.#port.dispose();
	}

	#cancel(id: number): void {
		const pending = this.#pending.get(id);
		if (!pending) return;
		this.#pending.delete(id);
		this.#port.post({ cancel: id });
		pending.resolve(undefined);
	}

	#settle(message: FromWorker): void {
		const pending = this.#pending.get(message.id);
		if (!pending) return;
		this.#pending.delete(message.id);
		if ("error" in message) pending.reject(new Error(message.error));
		else pending.resolve(message.answer);
	}

	#fail(reason: Error): void {
		this.#failure ??= reason;
		for (const { reject } of this.#pending.values()) reject(reason);
		this.#pending.clear();
	}
}
