// A folder of mails as a feed: listed and read through the editor's file systems, nothing is sent.

import * as vscode from "vscode";
import { fault } from "../../core/feeds/faults";
import type { Fault, Feed, FeedReading } from "../../core/feeds/feed";
import { chooseMails, isEnough, mailMark, type MailFile } from "../../core/feeds/mails";
import type { Paper } from "../../core/paper";
import { isFolder } from "../../host/files";
import type { Questions } from "../questions";
import type { StatedFeed } from "./feedStates";
import type { FeedPlace } from "./placedFeeds";

export type MailFeed = Extract<Feed, { readonly kind: "mail" }>;

/** Reads the new mails of a folder, or says why it cannot. Throws when it is cancelled. */
export async function readFolder(
	{ feed, place, state }: StatedFeed & { readonly feed: MailFeed },
	ask: Questions,
	signal: AbortSignal,
): Promise<FeedReading | { readonly feed: MailFeed; readonly fault: Fault }> {
	const folder = await folderOf(feed.folder, place);
	if ("code" in folder) return { feed, fault: folder };
	const { mails, known, left, lost } = chooseMails(await filesOf(folder), state.seen);
	const read: string[] = [...known];
	const papers: Paper[] = [];
	let remaining = mails.length;
	for (const mail of mails) {
		if (signal.aborted) throw new vscode.CancellationError();
		if (isEnough(papers.length)) break;
		const content = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, mail.name));
		papers.push(...(await ask.feeds("readMail", { mail: { name: mail.name, content } })).papers);
		read.push(mailMark(mail));
		remaining--;
	}
	const unread = left + remaining;
	const more = { count: unread, until: "", ...(lost && { lost }) };
	return { feed, papers, mails: read, ...((unread > 0 || lost) && { left: more }) };
}

async function folderOf(written: string, place: FeedPlace): Promise<vscode.Uri | Fault> {
	const absolute = absoluteUri(written);
	const folders = vscode.workspace.workspaceFolders ?? [];
	if (!absolute && folders.length === 0) return fault("folder-no-workspace", written);
	const candidates = absolute ? [absolute] : folders.map(({ uri }) => vscode.Uri.joinPath(uri, written));
	// A workspace may not have the person's mails read into it.
	if (place === "workspace" && !candidates.every(uri => vscode.workspace.getWorkspaceFolder(uri))) {
		return fault("folder-outside", written);
	}
	for (const uri of candidates) if (await isFolder(uri)) return uri;
	return fault("folder-missing", written);
}

function absoluteUri(written: string): vscode.Uri | undefined {
	if (/^[a-z][\w+.-]+:\/\//i.test(written)) return vscode.Uri.parse(written);
	return /^(?:[\\/]|[a-z]:[\\/])/i.test(written) ? vscode.Uri.file(written) : undefined;
}

async function filesOf(folder: vscode.Uri): Promise<readonly MailFile[]> {
	const entries = await vscode.workspace.fs.readDirectory(folder);
	const files = entries.filter(
		([name, type]) => (type & vscode.FileType.File) !== 0 && /\.(?:eml|emlx|mbox)$/i.test(name),
	);
	return Promise.all(
		files.map(async ([name]) => {
			const { size, mtime } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, name));
			return { name, size, changed: mtime };
		}),
	);
}
