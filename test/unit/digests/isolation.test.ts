// No reader can reach the network, the file system or `eval`: the readers run here in a world that has none of them.

import assert from "node:assert/strict";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { buildSync } from "esbuild";
import { allExports } from "../../exports/exports";
import type { DigestReading } from "../../../src/core/digests/read";
import { samplePapers } from "../../samplePapers";
import { bytes } from "./sample";

/** What a reader may use beside the language itself: the conversion of bytes, and the parser of addresses. */
const allowed = { TextDecoder, TextEncoder, URL, URLSearchParams };

suite("The readers of digests", () => {
	const { outputFiles, metafile } = buildSync({
		entryPoints: [join(__dirname, "../../../src/core/digests/read.ts")],
		bundle: true,
		write: false,
		metafile: true,
		format: "iife",
		globalName: "readers",
		// No module of Node exists on this platform: to import one fails here.
		platform: "browser",
		target: "es2022",
		logLevel: "silent",
	});
	const code = outputFiles[0]?.text ?? "";

	test("are built without any module of Node or of the editor", () => {
		const inputs = Object.values(metafile.inputs).flatMap(({ imports }) => imports);
		assert.deepEqual(
			inputs.filter(({ external }) => external === true).map(({ path }) => path),
			[],
		);
		assert.ok(inputs.length > 20, "the bundle holds the readers");
	});

	test("read every format in a world without network, files, timers and code from strings", () => {
		const world = createContext({ ...allowed }, { codeGeneration: { strings: false, wasm: false } });
		runInContext(code, world);
		for (const name of [
			"fetch",
			"XMLHttpRequest",
			"WebSocket",
			"require",
			"process",
			"setTimeout",
			"importScripts",
		])
			assert.equal(runInContext(`typeof ${name}`, world), "undefined", name);
		assert.throws(() => runInContext("eval('1')", world) as unknown, /Code generation from strings disallowed/);
		for (const { format, fileName, write } of allExports) {
			Object.assign(world, { content: bytes(write(samplePapers().slice(0, 5))), fileName });
			const reading = runInContext("readers.readDigest(content, fileName)", world) as DigestReading;
			assert.equal(reading.format, format, fileName);
			assert.equal(reading.papers.length, 5, fileName);
		}
	});
});
