// Reading one digest through the engine, when its files are not the ones that were read before.

import * as vscode from "vscode";
import type { IssuedDate, Problem } from "../core/paper";
import { problem } from "../core/problems";
import { digestLabel, type Appearance } from "../core/render/appearances";
import type { Place } from "../core/shelf";
import type { Ask } from "../engine/engine";
import { baseName, readIfThere } from "../host/files";
import type { Culprits } from "./culprits";
import { recordsOf } from "./digestFiles";

/** What was read of a digest; its papers are on the shelf. */
export interface Reading {
	readonly uri: vscode.Uri;
	readonly name: string;
	readonly format: string;
	/** The day of the digest, when its name or its content says one. */
	readonly date?: IssuedDate;
	/** How many papers it has. */
	readonly count: number;
	readonly problems: readonly Problem[];
	/** Milliseconds from opening the file to having read it. */
	readonly readingMs: number;
	/** Tells one state of the files from another. */
	readonly stamp: string;
}

/** Where a paper stands in a digest, as it is shown; nothing for a digest that is not there any more. */
export function appearanceIn(reading: Reading | undefined, { place, announced }: Place): readonly Appearance[] {
	if (!reading) return [];
	const { name, count, date } = reading;
	return [{ digest: digestLabel(name), place, count, ...(date && { date }), ...(announced && { announced }) }];
}

export interface ReadingNeeds {
	readonly ask: Ask;
	readonly culprits: Culprits;
	readonly log: vscode.LogOutputChannel;
}

/** The digest as it is now; the known one when its files are unchanged, `undefined` when it is gone. */
export async function readDigest(
	uri: vscode.Uri,
	known: Reading | undefined,
	{ ask, culprits, log }: ReadingNeeds,
): Promise<Reading | undefined> {
	const started = performance.now();
	const stamp = await stampOfDigest(uri);
	if (known?.stamp === stamp) return known;
	const name = baseName(uri);
	const source = uri.toString();
	const failure = culprits.reasonFor(source, stamp);
	if (failure !== undefined) return unread({ uri, name, stamp }, known, "reading-failed", failure);
	try {
		const content = await readIfThere(uri);
		if (!content) return undefined;
		const records = await readIfThere(recordsOf(uri));
		const read = await ask("read", {
			source,
			digest: { name, content },
			...(records && { records: { name: baseName(recordsOf(uri)), content: records } }),
		});
		const { format, count, problems, date } = read ?? { format: "unknown", count: 0, problems: [] };
		const readingMs = Math.round(performance.now() - started);
		log.debug(`${uri.toString()}: ${format}, ${count} papers, ${problems.length} notes, ${readingMs} ms`);
		for (const { message } of problems.slice(0, mostLogged)) log.debug(message);
		return { uri, name, format, count, problems, readingMs, stamp, ...(date && { date }) };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		log.error(`${source}: ${reason}`);
		if (error instanceof vscode.FileSystemError)
			return unread({ uri, name, stamp }, known, "file-unreadable", reason);
		culprits.blame(source, stamp, reason);
		throw error;
	}
}

/** A digest that could not be read: what was read of it before stays on the shelf, and the status says why. */
function unread(
	digest: Pick<Reading, "uri" | "name" | "stamp">,
	known: Reading | undefined,
	code: "file-unreadable" | "reading-failed",
	reason: string,
): Reading {
	const place = { file: digest.name, line: 1, range: { start: 0, end: 0 } };
	const problems = [problem(code, place, reason.slice(0, 200))];
	return { format: "unreadable", count: 0, ...known, ...digest, readingMs: 0, problems };
}

/** Problems of a digest that the log names: to write each takes time of the editor's thread. */
const mostLogged = 50;

/** Tells one state of a digest's files from another. */
export async function stampOfDigest(uri: vscode.Uri): Promise<string> {
	return `${await stampOf(uri)} ${await stampOf(recordsOf(uri))}`;
}

async function stampOf(uri: vscode.Uri): Promise<string> {
	try {
		const { mtime, size } = await vscode.workspace.fs.stat(uri);
		return `${mtime}:${size}`;
	} catch {
		return "none";
	}
}
