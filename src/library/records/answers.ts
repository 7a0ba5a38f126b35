// Answers of catalogues kept for a month, so that nobody is asked twice: one file each in the extension's own folder,
// bounded in number and size. Where it cannot be read or written, catalogues are asked.

import * as vscode from "vscode";
import type { Answer, CatalogueRequest } from "../../core/metadata/catalogue";
import type { KeptAnswers } from "../../host/catalogues";
import { filesIn } from "../../host/files";
import { hashName } from "../../host/hashName";

/** How long an answer is good: 30 days, in milliseconds. */
const longestMs = 30 * 24 * 3600 * 1000;

/** Answers that are kept, and their bytes together. */
interface AnswerLimits {
	readonly files: number;
	readonly bytes: number;
}

const ownLimits: AnswerLimits = { files: 2000, bytes: 64 * 2 ** 20 };

/** Larger answers are asked for again. */
const mostBytes = 4 * 2 ** 20;

/** The only header that says how to read an answer. */
const keptHeader = "content-type";

export class CatalogueAnswers {
	readonly #folder: vscode.Uri;
	readonly #limits: AnswerLimits;

	constructor(folder: vscode.Uri, limits = ownLimits) {
		this.#folder = folder;
		this.#limits = limits;
	}

	/** Kept answers for a look-up; none is found for one that is to ask anew. */
	for(isAnew: boolean): KeptAnswers {
		return {
			find: request => (isAnew ? Promise.resolve(undefined) : this.#find(request)),
			keep: (request, answer) => this.#keep(request, answer),
		};
	}

	/** Takes away what is too old, then the oldest until the rest is within the limits. */
	async tidy(): Promise<void> {
		const names = await filesIn(this.#folder);
		const stats = await Promise.all(names.map(name => this.#stat(vscode.Uri.joinPath(this.#folder, name))));
		const files = stats.flatMap(file => file ?? []).sort((a, b) => b.at - a.at);
		let bytes = 0;
		for (const [i, { uri, size, at }] of files.entries()) {
			bytes += size;
			const isKept = i < this.#limits.files && bytes <= this.#limits.bytes && Date.now() - at < longestMs;
			if (!isKept) await remove(uri);
		}
	}

	/** Forgets all answers. */
	forget(): Promise<void> {
		return remove(this.#folder);
	}

	async #find(request: CatalogueRequest): Promise<Answer | undefined> {
		try {
			const uri = await this.#fileOf(request);
			const file = await this.#stat(uri);
			if (!file || Date.now() - file.at >= longestMs) return undefined;
			const content = await vscode.workspace.fs.readFile(uri);
			const end = content.indexOf(10);
			const type = new TextDecoder().decode(content.subarray(0, Math.max(0, end)));
			if (end < 0) return undefined;
			// A copy of its own: Node may hand out a part of something larger, which would travel whole.
			const body = new Uint8Array(content.subarray(end + 1));
			return { status: 200, headers: type === "" ? {} : { [keptHeader]: type }, body };
		} catch {
			return undefined;
		}
	}

	async #keep(request: CatalogueRequest, { headers, body }: Answer): Promise<void> {
		if (body.length > mostBytes) return;
		const type = new TextEncoder().encode(`${(headers[keptHeader] ?? "").replace(/\s+/g, " ")}\n`);
		const content = new Uint8Array(type.length + body.length);
		content.set(type);
		content.set(body, type.length);
		try {
			await vscode.workspace.fs.writeFile(await this.#fileOf(request), content);
		} catch {
			// The next look-up asks again.
		}
	}

	/** Named by what is asked, which holds no key and no address of the person. */
	async #fileOf({ method, url, body = "" }: CatalogueRequest): Promise<vscode.Uri> {
		return vscode.Uri.joinPath(this.#folder, await hashName(`${method} ${url}\n${body}`));
	}

	async #stat(uri: vscode.Uri): Promise<{ uri: vscode.Uri; size: number; at: number } | undefined> {
		try {
			const { size, mtime } = await vscode.workspace.fs.stat(uri);
			return { uri, size, at: mtime };
		} catch {
			return undefined;
		}
	}
}

async function remove(uri: vscode.Uri): Promise<void> {
	try {
		await vscode.workspace.fs.delete(uri, { recursive: true });
	} catch {
		// It is gone already, or stays until the next time.
	}
}
