// The programs that read what Citeshelf writes: found on the PATH, installed where that is allowed, else said loudly.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";

/** Debian's packages that hold the programs, by what tells that one is there. */
const packages: readonly (readonly [name: string, isThere: () => boolean])[] = [
	["pandoc", () => isInstalled("pandoc")],
	["texlive-latex-base", () => isInstalled("pdflatex")],
	["texlive-latex-recommended", () => hasStyle("natbib")],
	["texlive-bibtex-extra", () => hasStyle("biblatex")],
	["biber", () => isInstalled("biber")],
	["poppler-utils", () => isInstalled("pdftotext", "-v")],
	["python3-sphinx", () => isInstalled("sphinx-build")],
	["python3-sphinxcontrib.bibtex", () => existsSync("/usr/lib/python3/dist-packages/sphinxcontrib/bibtex")],
	["python3-myst-parser", () => existsSync("/usr/lib/python3/dist-packages/myst_parser")],
	["asciidoctor", () => isInstalled("asciidoctor")],
];

export interface Outcome {
	readonly status: number;
	/** What it said on either channel. */
	readonly output: string;
	readonly printed: string;
}

export function run(program: string, args: readonly string[], folder: string): Outcome {
	const { status, stdout, stderr, error } = spawnSync(program, args, {
		cwd: folder,
		encoding: "utf8",
		maxBuffer: 1 << 26,
		timeout: 240_000,
		env: { ...process.env, LC_ALL: "C.UTF-8", PYTHONDONTWRITEBYTECODE: "1" },
	});
	const output = `${stdout}${stderr}${error?.message ?? ""}`;
	return { status: error ? -1 : (status ?? -1), output, printed: stdout };
}

export function isInstalled(program: string, asked = "--version"): boolean {
	return !spawnSync(program, [asked]).error;
}

/** Whether LaTeX finds a package. */
function hasStyle(name: string): boolean {
	return run("kpsewhich", [`${name}.sty`], tmpdir()).status === 0;
}

let wasAsked = false;

/** Installs the programs on a Debian machine whose owner allows it: as root, with `CI` or our own variable set. */
export function installWhereAllowed(): void {
	if (wasAsked) return;
	wasAsked = true;
	const { CI, CITESHELF_INSTALL_CONSUMERS: asked } = process.env;
	const allowed =
		(CI === "true" || CI === "1" || asked === "1") && process.getuid?.() === 0 && existsSync("/etc/debian_version");
	const missing = packages.flatMap(([name, isThere]) => (isThere() ? [] : [name]));
	if (!allowed || missing.length === 0) return;
	console.log(`Installing ${missing.join(", ")} …`);
	const options = { stdio: "ignore" as const, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
	spawnSync("apt-get", ["update"], options);
	const install = ["install", "-y", "--no-install-recommends"];
	if (spawnSync("apt-get", [...install, ...missing], options).status === 0) return;
	// One package that this Debian does not have must not cost the others.
	for (const name of missing) spawnSync("apt-get", [...install, name], options);
}

/** Says in a frame what was not checked, and why. */
export function sayLoudly(lines: readonly string[]): void {
	const width = Math.max(...lines.map(line => line.length));
	const frame = "*".repeat(width + 4);
	console.log([frame, ...lines.map(line => `* ${line.padEnd(width)} *`), frame].join("\n"));
}

/** Skips the test, and says why. */
export function skip(context: Mocha.Context, ...reasons: readonly string[]): false {
	sayLoudly([`SKIPPED: ${context.test?.title ?? ""}`, ...reasons]);
	return context.skip();
}

/** Whether the programs are there; else says what is not checked, and skips the test. */
export function needs(context: Mocha.Context, ...programs: readonly string[]): boolean {
	const missing = programs.filter(program => !isInstalled(program, program === "pdftotext" ? "-v" : undefined));
	if (missing.length === 0) return true;
	return skip(
		context,
		`Not installed: ${missing.join(", ")}. Nothing was checked with it.`,
		"Install it, or run as root on Debian with CITESHELF_INSTALL_CONSUMERS=1, to have it checked.",
	);
}

/** Whether LaTeX has these packages; else says so, and skips the test. */
export function needsStyles(context: Mocha.Context, ...names: readonly string[]): boolean {
	const missing = names.filter(name => !hasStyle(name));
	return missing.length === 0 || skip(context, `Not installed for LaTeX: ${missing.join(", ")}.`);
}
