// Looking into digests before they are kept: each is read by the engine, and nothing changes by it.

import * as vscode from "vscode";
import type { Inspection } from "../../../library/library";
import { UserError } from "../../../host/errors";
import type { Library } from "../../../library/library";
import type { Draft } from "../from/draft";

/** A digest that was looked into. */
export interface Looked {
	readonly draft: Draft;
	readonly content: Uint8Array;
	readonly inspection: Inspection;
	/** Its very file is a digest of the shelf. */
	readonly isOnShelf: boolean;
}

/** A digest that could not even be looked into, and why. */
export interface Unread {
	readonly draft: Draft;
	readonly reason: string;
}

/** Reads one digest and looks into it. Throws a `CancellationError` when cancelled. */
export async function lookInto(
	draft: Draft,
	library: Library,
	token: vscode.CancellationToken,
): Promise<Looked | Unread> {
	const ending = new AbortController();
	const listener = token.onCancellationRequested(() => ending.abort());
	try {
		const read = await draft.read(ending.signal);
		const looked = await inspected(read, draft, library, token);
		if (draft.asPage === undefined) return looked;
		const page = await inspected(new TextEncoder().encode(draft.asPage), draft, library, token);
		return page.inspection.count > looked.inspection.count ? page : looked;
	} catch (error) {
		if (error instanceof UserError) return { draft, reason: error.message };
		throw error;
	} finally {
		listener.dispose();
	}
}

async function inspected(
	content: Uint8Array,
	draft: Draft,
	library: Library,
	token: vscode.CancellationToken,
): Promise<Looked> {
	const inspection = await library.ask.inspect(
		{ name: draft.name === "" ? draft.label : draft.name, content },
		token,
	);
	if (!inspection) throw new vscode.CancellationError();
	const isOnShelf = library.digests.some(({ uri }) => uri.toString() === draft.uri?.toString());
	return { draft, content, inspection, isOnShelf };
}

/** Whether there is something in it to keep. */
export function isKeepable(looked: Looked | Unread): looked is Looked {
	return "inspection" in looked && looked.inspection.count > 0 && !looked.isOnShelf;
}
