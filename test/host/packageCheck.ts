// What is published: exactly these files, no larger than this, and a bundle that needs nothing but the editor.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { main } from "./commandLine";
import { listPackage } from "./package";
import { root } from "./paths";

/** Every file of the package, as `vsce ls` writes them. A new one must be named here as well as in `.vscodeignore`. */
const expected = [
	"CHANGELOG.md",
	"LICENSE",
	"README.md",
	"dist/extension.js",
	"dist/map.js",
	"dist/mapWorker.js",
	"dist/panel.js",
	"dist/recordsWorker.js",
	"dist/worker.js",
	"media/citeshelf.svg",
	"media/icon.png",
	"media/map.css",
	"media/panel.css",
	"media/paperDark.svg",
	"media/paperLight.svg",
	"package.json",
	"seeds/trending-clinical-deployment.csl.json",
	"seeds/trending-clinical-deployment.txt",
];

/** Folders whose files may come and go, as long as they are of these kinds. */
const open = [
	/^media\/walkthrough\/[\w-]+\.(md|svg)$/,
	/^dist\/styles\/[\w-]+\.csl$/,
	/^dist\/locales\/locales-[a-z]{2}-[A-Z]{2}\.xml$/,
];

/** Largest sizes in KB (1000 bytes). */
const budgets: Readonly<Record<string, number>> = {
	"dist/extension.js": 570,
	"dist/worker.js": 1400,
	"dist/panel.js": 20,
	"dist/map.js": 40,
	"dist/mapWorker.js": 130,
	"dist/recordsWorker.js": 700,
};

/** What the bundles may ask their host for. */
const allowed: Readonly<Record<string, readonly string[]>> = {
	"dist/extension.js": ["vscode", "node:worker_threads"],
	"dist/worker.js": ["node:worker_threads"],
	"dist/panel.js": [],
	"dist/map.js": [],
	"dist/mapWorker.js": ["node:worker_threads"],
	"dist/recordsWorker.js": ["node:worker_threads"],
};

async function check(): Promise<boolean> {
	const results = [...(await checkFiles()), ...checkSizes(), ...checkImports()];
	for (const { what, problem } of results)
		console.log(problem === undefined ? `  ✔ ${what}` : `  ✘ ${what}: ${problem}`);
	const failed = results.filter(({ problem }) => problem !== undefined).length;
	console.log(`\n${String(results.length - failed)} passed, ${String(failed)} failed`);
	return failed === 0;
}

interface Result {
	readonly what: string;
	readonly problem: string | undefined;
}

async function checkFiles(): Promise<Result[]> {
	const found = (await listPackage()).filter(file => !open.some(pattern => pattern.test(file)));
	const missing = expected.filter(file => !found.includes(file));
	const unknown = found.filter(file => !expected.includes(file));
	return [
		{ what: "every expected file is in the package", problem: missing.join(", ") || undefined },
		{ what: "no other file is in the package", problem: unknown.join(", ") || undefined },
	];
}

function checkSizes(): Result[] {
	return Object.entries(budgets).map(([file, budget]) => {
		const size = (statSync(join(root, file), { throwIfNoEntry: false })?.size ?? Infinity) / 1000;
		const what = `${file} has ${size.toFixed(1)} of ${String(budget)} KB`;
		return { what, problem: size > budget ? "too large" : undefined };
	});
}

function checkImports(): Result[] {
	return Object.entries(allowed).map(([file, names]) => {
		const code = readFileSync(join(root, file), "utf8");
		const asked = [...code.matchAll(/\b(?:require|import)\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(
			match => match[1] ?? "",
		);
		const unknown = [...new Set(asked)].filter(name => !names.includes(name));
		return {
			what: `${file} requires only ${names.join(", ") || "nothing"}`,
			problem: unknown.join(", ") || undefined,
		};
	});
}

main(check);
