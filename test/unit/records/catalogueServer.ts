// All catalogues on this machine: a server that answers as they do out of one list of papers, as slowly, as busily and as
// badly as a test wants it.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Paper } from "../../../src/core/paper";
import { localServer } from "../metadata/localServer";

/** What a server does with a request, in place of an answer; `undefined` where it is to answer. */
export type Fault =
	| { readonly kind: "delay"; readonly ms: number }
	| { readonly kind: "status"; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
	| { readonly kind: "reset" }
	/** Headers, and then nothing more. */
	| { readonly kind: "stall" };

export interface CatalogueServer {
	/** What was asked, with the host that it was meant for. */
	readonly asked: readonly { readonly url: string; readonly at: number }[];
	readonly port: number;
	/** Goes to the server in place of any `https` host. */
	readonly fetch: typeof fetch;
	readonly close: () => Promise<void>;
}

/** The header that says which host a request was meant for. */
export const hostHeader = "x-asked-host";

export async function startCatalogues(
	papers: readonly Paper[],
	faultOf: (url: string, count: number) => Fault | undefined = () => undefined,
): Promise<CatalogueServer> {
	const asked: { url: string; at: number }[] = [];
	const counts = new Map<string, number>();
	const local = localServer(papers);
	const answer = (url: string, response: ServerResponse): void => {
		const { status, body } = local.answer({ url, method: "GET", headers: {}, papers: [] });
		response.writeHead(status, { "content-type": "text/plain" }).end(body);
	};
	const server = createServer((request: IncomingMessage, response) => {
		const url = `https://${String(request.headers[hostHeader])}${request.url ?? ""}`;
		const count = (counts.get(url) ?? 0) + 1;
		counts.set(url, count);
		asked.push({ url, at: Date.now() });
		const fault = faultOf(url, count);
		if (fault?.kind === "reset") request.socket.destroy();
		else if (fault?.kind === "status") response.writeHead(fault.status, fault.headers).end("no");
		else if (fault?.kind === "stall") response.writeHead(200).write("{");
		else setTimeout(() => answer(url, response), fault?.ms ?? 0);
	});
	await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const own = globalThis.fetch;
	return {
		asked,
		port,
		fetch: (input, init) => {
			const url = new URL(input instanceof Request ? input.url : String(input));
			if (url.protocol !== "https:") return own(input, init);
			const headers = { ...(init?.headers as Record<string, string>), [hostHeader]: url.host };
			return own(`http://127.0.0.1:${String(port)}${url.pathname}${url.search}`, { ...init, headers });
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise(resolve => server.close(resolve));
		},
	};
}
