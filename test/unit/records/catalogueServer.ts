// All catalogues on this machine: answers as they give them out of one list of papers, as slowly, as busily and as badly
// as a test wants it.

import type { ServerResponse } from "node:http";
import type { Paper } from "../../../src/core/paper";
import type { Handler } from "../../host/localWeb";
import { localServer } from "../metadata/localServer";

/** What is done with a request in place of an answer, or before it. */
export type Fault =
	| { readonly kind: "delay"; readonly ms: number }
	| { readonly kind: "status"; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
	| { readonly kind: "reset" }
	/** Headers, and then nothing more. */
	| { readonly kind: "stall" };

/** What is to happen to an address that is asked for the nth time, from 1. */
export type FaultOf = (url: string, count: number) => Fault | undefined;

export function catalogueHandler(papers: readonly Paper[], faultOf: FaultOf = () => undefined): Handler {
	const counts = new Map<string, number>();
	const local = localServer(papers);
	const answer = (url: string, response: ServerResponse): void => {
		const { status, body } = local.answer({ url, method: "GET", headers: {}, papers: [] });
		response.writeHead(status, { "content-type": "text/plain" }).end(body);
	};
	return ({ url: { href }, incoming }, response) => {
		const count = (counts.get(href) ?? 0) + 1;
		counts.set(href, count);
		const fault = faultOf(href, count);
		if (fault?.kind === "reset") incoming.socket.destroy();
		else if (fault?.kind === "status") response.writeHead(fault.status, fault.headers).end("no");
		else if (fault?.kind === "stall") response.writeHead(200).write("{");
		else setTimeout(() => answer(href, response), fault?.ms ?? 0);
	};
}
