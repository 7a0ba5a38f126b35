// Digests that are dropped onto the tree: files from the explorer or from outside, and texts dragged from a page. And
// papers that are dragged out of it, into a manuscript or anywhere else.

import * as vscode from "vscode";
import { paperIds } from "../../../core/commandArguments";
import { papersMime } from "../../../core/contributions";
import type { Paper } from "../../../core/paper";
import { authorYear, plainTitle } from "../../../core/render";
import { onlineAddress } from "../../../core/render/addresses";
import { addressIn } from "../../../host/fetchBytes";
import { draftsOfList } from "./arguments";
import { bytesDraft, textDraft, type Draft } from "./draft";

/** Digests that were dropped, or the address of a link. */
export type Dropped = { readonly drafts: readonly Draft[] } | { readonly address: string };

export class PaperDrop implements vscode.TreeDragAndDropController<unknown> {
	readonly dropMimeTypes = ["files", "text/uri-list", "text/html", "text/plain"];
	readonly dragMimeTypes = [papersMime, "text/plain"];
	readonly #paper: (id: string) => Paper | undefined;
	readonly #take: (dropped: Dropped) => unknown;

	constructor(paper: (id: string) => Paper | undefined, take: (dropped: Dropped) => unknown) {
		this.#paper = paper;
		this.#take = take;
	}

	/** Papers travel by their ids for manuscripts, and as a line of text for anything else. */
	handleDrag(rows: readonly unknown[], data: vscode.DataTransfer): void {
		const papers = rows.flatMap(row => paperIds(row) ?? []).flatMap(id => this.#paper(id) ?? []);
		if (papers.length === 0) return;
		data.set(papersMime, new vscode.DataTransferItem(JSON.stringify(papers.map(({ id }) => id))));
		data.set("text/plain", new vscode.DataTransferItem(papers.map(lineOf).join("\n")));
	}

	/** Reads what was dropped while it can be read, and lets the tree go before anybody is asked anything. */
	async handleDrop(_: unknown, data: vscode.DataTransfer): Promise<void> {
		if (data.get(papersMime)) return;
		const dropped = (await droppedFiles(data)) ?? (await droppedList(data)) ?? (await droppedText(data));
		if (dropped) this.#take(dropped);
	}
}

async function droppedFiles(data: vscode.DataTransfer): Promise<Dropped | undefined> {
	const files = [...data].flatMap(([, item]) => item.asFile() ?? []);
	const read = await Promise.allSettled(files.map(async file => bytesDraft(await file.data(), file.name)));
	// A folder among them has no bytes.
	const drafts = read.flatMap(result => (result.status === "fulfilled" ? [result.value] : []));
	return drafts.length > 0 ? { drafts } : undefined;
}

async function droppedList(data: vscode.DataTransfer): Promise<Dropped | undefined> {
	const list = await data.get("text/uri-list")?.asString();
	return list === undefined ? undefined : draftsOfList(list);
}

/** A text dragged out of a page comes as the page's markup too, which holds its links. */
async function droppedText(data: vscode.DataTransfer): Promise<Dropped | undefined> {
	const text = (await data.get("text/plain")?.asString()) ?? "";
	const page = await data.get("text/html")?.asString();
	const address = addressIn(text);
	if (address !== undefined) return { address };
	if (text.trim() === "" && page === undefined) return undefined;
	const draft = textDraft(text, vscode.l10n.t("Dropped text"));
	return { drafts: [page === undefined ? draft : { ...draft, asPage: page }] };
}

function lineOf(paper: Paper): string {
	const parts = [authorYear(paper), plainTitle(paper), onlineAddress(paper)?.url];
	return parts.filter(part => part !== undefined && part !== "").join(". ");
}
