// A Node that has node:sqlite (22 and later), for the rows of FTS5: this one, the one that CITESHELF_NODE names, or the one
// that came with the editor for the tests.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { cache } from "../host/paths";

const nodeOfTests = join(cache, `host/node/node_modules/node-${process.platform}-${process.arch}/bin/node`);

/** Its path; nothing when there is none. */
export function nodeWithSqlite(): string | undefined {
	return [process.execPath, process.env["CITESHELF_NODE"] ?? "", nodeOfTests].find(hasSqlite);
}

function hasSqlite(node: string): boolean {
	if (!existsSync(node)) return false;
	const script = "process.exit(process.getBuiltinModule?.('node:sqlite') ? 0 : 1)";
	return spawnSync(node, ["--no-warnings", "-e", script]).status === 0;
}
