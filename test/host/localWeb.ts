// A server on this machine that stands for every host of the web: requests over `https` go to it in tests.
import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Handler = (request: Asked, response: ServerResponse, count: number) => void;

/** A request as it was meant. */
export interface Asked {
	readonly url: URL;
	readonly headers: IncomingMessage["headers"];
	/** Milliseconds since 1970. */
	readonly at: number;
	/** Its body can be read here, and its connection broken. */
	readonly incoming: IncomingMessage;
}

export interface Served {
	/** Goes to the local server in place of any `https` host. */
	readonly fetch: typeof fetch;
	readonly asked: readonly Asked[];
	readonly port: number;
}

export async function withServer<T>(handler: Handler, use: (served: Served) => Promise<T>): Promise<T> {
	const asked: Asked[] = [];
	const server = createServer((request, response) => {
		const url = new URL(`https://${String(request.headers["x-asked-host"])}${request.url ?? ""}`);
		const one = { url, headers: request.headers, at: Date.now(), incoming: request };
		asked.push(one);
		handler(one, response, asked.length);
	});
	await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const local: typeof fetch = async (input, init) => {
		const url = new URL(input instanceof Request ? input.url : input);
		assert.equal(url.protocol, "https:");
		const headers = { ...(init?.headers as Record<string, string>), "x-asked-host": url.host };
		return await fetch(`http://127.0.0.1:${String(port)}${url.pathname}${url.search}`, { ...init, headers });
	};
	try {
		return await use({ fetch: local, asked, port });
	} finally {
		server.closeAllConnections();
		await new Promise(resolve => server.close(resolve));
	}
}
