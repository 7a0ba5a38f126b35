// Every bundle of the project, in one place. `--watch` rebuilds with source maps, `--tests` adds the test bundle.
const fs = require("node:fs");
const path = require("node:path");
const esbuild = require("esbuild");

const watch = process.argv.includes("--watch");

/** @type {import("esbuild").BuildOptions} */
const shared = {
	bundle: true,
	minify: !watch,
	sourcemap: watch,
	target: "es2022",
	// One bundle serves the desktop and the web host: a stray Node built-in fails this build.
	platform: "browser",
	format: "cjs",
	logLevel: "info",
	// Texts of people and papers stay readable, and the bundles smaller, in UTF-8.
	charset: "utf8",
};

/** @type {import("esbuild").BuildOptions[]} */
const bundles = [
	{
		...shared,
		entryPoints: { extension: "src/extension.ts" },
		outdir: "dist",
		external: ["vscode", "node:worker_threads"],
	},
	{
		...shared,
		entryPoints: { worker: "src/engine/worker.ts" },
		outdir: "dist",
		format: "iife",
		external: ["node:worker_threads"],
	},
	{
		...shared,
		entryPoints: {
			mapWorker: "src/engine/map/mapWorker.ts",
			recordsWorker: "src/engine/records/recordsWorker.ts",
		},
		outdir: "dist",
		format: "iife",
		external: ["node:worker_threads"],
	},
	{ ...shared, entryPoints: { panel: "media/panel.ts", map: "media/map/map.ts" }, outdir: "dist", format: "iife" },
	{
		...shared,
		entryPoints: { cli: "src/cli/main.ts" },
		outdir: "dist",
		platform: "node",
		banner: { js: "#!/usr/bin/env node" },
	},
];

if (process.argv.includes("--tests")) {
	const folder = path.join(__dirname, "test", "integration");
	const tests = fs.readdirSync(folder, { recursive: true }).filter(file => String(file).endsWith(".test.ts"));
	// Tests are found by pattern, never listed by hand. `index` comes first: it makes `suite` and `test`.
	const modules = ["index.ts", ...tests.sort()].map(file =>
		JSON.stringify("./" + String(file).replaceAll("\\", "/")),
	);
	bundles.push({
		...shared,
		stdin: {
			contents: modules.map(module => `import ${module};`).join("\n") + `\nexport { run } from ${modules[0]};`,
			resolveDir: folder,
			sourcefile: "all.ts",
			loader: "ts",
		},
		outfile: "dist/test/index.js",
		external: ["vscode"],
		minify: false,
		sourcemap: "inline",
	});
}

/** Styles and locales of references: files that are read when somebody asks for them. */
function copyStyles() {
	const from = path.join(__dirname, "src", "core", "references");
	for (const folder of ["styles", "locales"]) {
		fs.cpSync(path.join(from, folder), path.join(__dirname, "dist", folder), { recursive: true });
	}
}

async function main() {
	copyStyles();
	if (watch) {
		const contexts = await Promise.all(bundles.map(options => esbuild.context(options)));
		await Promise.all(contexts.map(context => context.watch()));
	} else {
		await Promise.all(bundles.map(options => esbuild.build(options)));
	}
}

main().catch(() => {
	process.exitCode = 1;
});
