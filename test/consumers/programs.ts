// The programs that read what Citeshelf writes: found on the PATH, installed where that is allowed, else said loudly.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Debian's packages that hold the programs. */
const packages = ["pandoc", "texlive-latex-base", "texlive-latex-recommended", "texlive-bibtex-extra", "biber"];

export interface Outcome {
	readonly status: number;
	readonly output: string;
}

export function run(program: string, args: readonly string[], folder: string): Outcome {
	const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: folder, encoding: "utf8" });
	return { status: error ? -1 : (status ?? -1), output: `${stdout}${stderr}${error?.message ?? ""}` };
}

export function isInstalled(program: string): boolean {
	return !spawnSync(program, ["--version"]).error;
}

/** Installs the programs on a Debian machine whose owner allows it: as root, with `CI` or our own variable set. */
export function installWhereAllowed(): void {
	const { CI, CITESHELF_INSTALL_CONSUMERS: asked } = process.env;
	const allowed =
		(CI === "true" || CI === "1" || asked === "1") && process.getuid?.() === 0 && existsSync("/etc/debian_version");
	if (!allowed || ["pandoc", "pdflatex", "bibtex", "biber"].every(isInstalled)) return;
	console.log(`Installing ${packages.join(", ")} …`);
	const options = { stdio: "ignore" as const, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
	spawnSync("apt-get", ["update"], options);
	spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...packages], options);
}

/** Says in a frame what was not checked, and why. */
export function sayLoudly(lines: readonly string[]): void {
	const width = Math.max(...lines.map(line => line.length));
	const frame = "*".repeat(width + 4);
	console.log([frame, ...lines.map(line => `* ${line.padEnd(width)} *`), frame].join("\n"));
}
