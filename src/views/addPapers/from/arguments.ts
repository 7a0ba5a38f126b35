// What a program, a key binding or a link may hand to the command that adds papers.

import * as vscode from "vscode";
import { baseName } from "../../../host/files";
import { addressIn } from "../../../host/fetchBytes";
import { addressDraft } from "./address";
import { fileDrafts, textDraft, type Draft } from "./draft";

/** `{ uris?: Uri[] | string[], content?: string, name?: string }`: the digests of it; `undefined` when it names none. */
export async function draftsOfArguments(argument: unknown): Promise<readonly Draft[] | undefined> {
	if (argument instanceof vscode.Uri) return fileDrafts([argument]);
	if (typeof argument !== "object" || argument === null) return undefined;
	const { uris, content, name } = argument as { uris?: unknown; content?: unknown; name?: unknown };
	const given = typeof name === "string" ? name : "";
	if (typeof content === "string") return [textDraft(content, given || vscode.l10n.t("Given text"), given)];
	if (!Array.isArray(uris)) return undefined;
	const found = uris.flatMap(uri => uriOf(uri) ?? []);
	const addresses = found.filter(({ scheme }) => scheme === "https").map(uri => addressDraft(uri.toString(true)));
	return [...(await fileDrafts(found.filter(({ scheme }) => scheme !== "https"))), ...addresses];
}

/** Whether the command is to take what lies on the clipboard. */
export function isFromClipboard(argument: unknown): boolean {
	return typeof argument === "object" && argument !== null && (argument as { from?: unknown }).from === "clipboard";
}

function uriOf(value: unknown): vscode.Uri | undefined {
	if (value instanceof vscode.Uri) return value;
	try {
		if (typeof value === "string") return vscode.Uri.parse(value, true);
		// As another extension's address arrives from its own host.
		const { scheme, authority, path, query } = value as Partial<Record<keyof vscode.Uri, string>>;
		if (typeof scheme !== "string" || typeof path !== "string") return undefined;
		return vscode.Uri.from({ scheme, path, authority: authority ?? "", query: query ?? "" });
	} catch {
		return undefined;
	}
}

/** The drafts of a list of addresses (RFC 2483): files to read, or a single address to fetch. */
export async function draftsOfList(
	list: string,
): Promise<{ drafts: readonly Draft[] } | { address: string } | undefined> {
	const lines = list.split(/\r?\n/).filter(line => line.trim() !== "" && !line.startsWith("#"));
	const uris = lines.flatMap(line => uriOf(line.trim()) ?? []);
	const files = uris.filter(({ scheme, path }) => !/^https?$/.test(scheme) && baseName(vscode.Uri.file(path)) !== "");
	if (files.length > 0) return { drafts: await fileDrafts(files) };
	const [address] = lines.flatMap(line => addressIn(line) ?? []);
	return address === undefined ? undefined : { address };
}
