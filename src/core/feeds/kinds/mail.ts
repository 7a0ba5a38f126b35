// What a mail of a folder holds.

import { readDigest } from "../../digests/read";
import type { FeedPage } from "../feed";

/** The papers of a mail or a mailbox; none when it holds none. Total. */
export function readMailFile(content: Uint8Array, name: string): FeedPage {
	const { format, papers } = readDigest(content, name);
	return { papers: format === "mail" || format === "mbox" ? papers : [] };
}
