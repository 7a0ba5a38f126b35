// Makes what an extension host says readable on a terminal, and reads from it how the tests ended.
import { format } from "node:util";

export type HostKind = "Node" | "web worker";

export interface Outcome {
	readonly passed: number;
	readonly failed: number;
}

/** What test/integration/index.ts says first, and at the beginning of its last line. */
const firstLine = /^Citeshelf tests begin in (Node|web worker)$/;
const lastLine = /^(\d+) passed, (\d+) failed$/;

/** What the editor says in every run on a machine without compiled native modules. */
const noise = [
	/Could not locate the bindings file/,
	/native-watchdog/,
	// Stacks of the editor itself, about services that nobody here asked for.
	/\/workbench\/workbench\.js:/,
	/^\[(RemoteAgentHost|AgentHost|AccountPolicyGate)/,
	/getaddrinfo (ENOTFOUND|EAI_AGAIN)/,
	/\[lifecycle\] Long running operations during shutdown/,
	/\[Service Worker\] registration/,
	/^\[?[Rr]econnection-grace-time/,
	/^(Creating a socket|Resolv(ing|ed) connection token|Updating additional builtin)/,
];

const debugging = process.env["DEBUG"] !== undefined;

/** Collects the lines of one run; those from the tests' beginning on are shown as they come. */
export class HostLog {
	readonly #before: string[] = [];
	#host: HostKind | undefined;
	#outcome: Outcome | undefined;

	add(type: string, args: readonly unknown[]): void {
		const text = format(...args);
		const begun = firstLine.exec(text)?.[1];
		if (begun !== undefined) this.#host = begun === "Node" ? "Node" : "web worker";
		else if (lastLine.test(text)) this.#outcome = read(text);
		else if ((this.#isTesting || debugging) && !noise.some(pattern => pattern.test(text))) show(type, text);
		else this.#before.push(text.slice(0, 500));
	}

	/** The editor's complaints about being closed after the tests are nobody's concern. */
	get #isTesting(): boolean {
		return this.#host !== undefined && this.#outcome === undefined;
	}

	/** Where the tests ran; undefined when they did not begin. */
	get host(): HostKind | undefined {
		return this.#host;
	}

	/** How the tests ended; undefined when they did not. */
	get outcome(): Outcome | undefined {
		return this.#outcome;
	}

	/** What was said before the tests began, for a run in which they never did. */
	get before(): string {
		return this.#before.join("\n");
	}
}

function read(text: string): Outcome {
	const [, passed, failed] = lastLine.exec(text) ?? [];
	return { passed: Number(passed), failed: Number(failed) };
}

function show(type: string, text: string): void {
	console.log(type === "error" || type === "warn" ? `[${type}] ${text}` : text);
}
