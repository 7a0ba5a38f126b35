// The command line program, run as it ships: what it prints in each format, and its exit codes.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { run as runCommand } from "../../../src/cli/run";
import { rules } from "../../../src/core/checks/rules";

const root = join(__dirname, "..", "..", "..");
const samples = join(root, "..", "shared", "samples", "manuscripts");

suite("citeshelf check", () => {
	let folder = "";

	suiteSetup(() => {
		folder = mkdtempSync(join(tmpdir(), "citeshelf-"));
		buildSync({
			...{ entryPoints: [join(root, "src", "cli", "main.ts")], outfile: join(folder, "cli.js") },
			...{ bundle: true, platform: "node", format: "cjs", target: "es2022", logLevel: "error" },
		});
		mkdirSync(join(folder, "paper", "node_modules"), { recursive: true });
		const write = (name: string, text: string) => writeFileSync(join(folder, "paper", name), text);
		write(
			"main.tex",
			"\\documentclass{article}\n\\begin{document}\nAs \\cite{knuth1984,nobody} says.\n\\bibliography{refs}\n",
		);
		write(
			"refs.bib",
			"@book{knuth1984, author={Knuth, Donald}, title={T}, publisher={P}, year=1984, isbn={0-201-89683-5}}\n",
		);
		write(join("node_modules", "x.md"), "[@other]\n");
		write("odd, name.md", "---\nbibliography: refs.bib\n---\n\n[@{a%b}]\n");
	});

	suiteTeardown(() => rmSync(folder, { recursive: true, force: true }));

	interface Outcome {
		readonly out: string;
		readonly err: string;
		readonly code: number | null;
	}

	/** Runs the bundle as a program. */
	function launch(...args: readonly string[]): Outcome {
		const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, "cli.js"), ...args], {
			cwd: join(folder, "paper"),
			encoding: "utf8",
		});
		return { out: stdout, err: stderr, code: status };
	}

	/** Runs the same without a process of its own. */
	async function run(...args: readonly string[]): Promise<Outcome> {
		let [out, err] = ["", ""];
		const system = {
			folder: join(folder, "paper"),
			write: (text: string) => (out += text),
			complain: (text: string) => (err += text),
		};
		const code = await runCommand(args, system);
		return { out, err, code };
	}

	test("tells a person what is wrong where", () => {
		assert.deepEqual(launch("check", "main.tex"), {
			out:
				"main.tex:3:20: warning: The key “nobody” is in none of the document's bibliographies. [undefined-key]\n" +
				"refs.bib:1:84: warning: The check digit of the ISBN 0-201-89683-5 is wrong; it would be 4. [bad-isbn]\n" +
				"2 warnings in 2 files\n",
			err: "",
			code: 1,
		});
	});

	test("makes annotations for a workflow of GitHub, with their escapes", () => {
		const { out, code } = launch("check", "--format", "github");
		assert.equal(
			out,
			"::warning file=main.tex,line=3,endLine=3,col=20,endColumn=26,title=citeshelf%3A undefined-key::The key “nobody” is in none of the document's bibliographies.\n" +
				"::warning file=refs.bib,line=1,endLine=1,col=84,endColumn=99,title=citeshelf%3A bad-isbn::The check digit of the ISBN 0-201-89683-5 is wrong; it would be 4.\n" +
				"::warning file=odd%2C name.md,line=5,endLine=5,col=4,endColumn=7,title=citeshelf%3A undefined-key::The key “a%25b” is in none of the document's bibliographies.\n",
		);
		assert.equal(code, 1);
	});

	test("gives programs JSON, with fixes as edits", async () => {
		const { out, code } = await run("check", "--format=json", "main.tex");
		const report = JSON.parse(out) as { counts: unknown; findings: readonly Record<string, unknown>[] };
		assert.equal(code, 1);
		assert.deepEqual(report.counts, { error: 0, warning: 2, information: 0, hint: 0 });
		const [first, second] = report.findings;
		const { file, line, column, endLine, endColumn, rule, severity } = first ?? {};
		assert.deepEqual(
			[file, line, column, endLine, endColumn, rule, severity],
			["main.tex", 3, 20, 3, 26, "undefined-key", "warning"],
		);
		assert.deepEqual(second?.["fixes"], [
			{
				title: "Write 0-201-89683-4",
				isPreferred: true,
				edits: [{ file: "refs.bib", line: 1, column: 85, endLine: 1, endColumn: 98, text: "0-201-89683-4" }],
			},
		]);
	});

	test("obeys levels", async () => {
		assert.equal((await run("check", "--fail-on", "error", "main.tex")).code, 0);
		assert.equal((await run("check", "--fail-on", "never", "main.tex")).code, 0);
		assert.equal((await run("check", "--rule", "undefined-key=off", "--rule", "bad-isbn=off", "main.tex")).code, 0);
		assert.equal(
			(await run("check", "--rule", "undefined-key=error,bad-isbn=hint", "main.tex")).out.split("\n")[1],
			"1 error in 1 file",
		);
		assert.match((await run("check", "--severity", "error", "main.tex")).out, /^Nothing was found\.\n$/);
		assert.match((await run("check", "--rule=unused-entry=warning", "main.tex")).out, /nobody/);
	});

	test("checks bibliographies by themselves", async () => {
		const { out, code } = await run("check", "refs.bib");
		assert.match(out, /^refs\.bib:1:84: warning: .*\n1 warning in 1 file\n$/);
		assert.equal(code, 1);
	});

	test("says what it cannot do, with the exit code 2", async () => {
		const rows: readonly (readonly [args: readonly string[], why: RegExp])[] = [
			[["check", "lost.tex"], /lost\.tex cannot be read/],
			[["check", "--format", "xml"], /“xml” is none of text, json, github/],
			[["check", "--rule", "nothing=off"], /no rule “nothing”/],
			[["check", "--rule", "bad-doi=loud"], /“loud” is none of auto/],
			[["check", "--colour"], /no option “--colour”/],
			[["check", "--format"], /needs a value/],
			[["frobnicate"], /no command “frobnicate”/],
			[[], /A command was expected/],
		];
		for (const [args, why] of rows) {
			const { err, code } = await run(...args);
			assert.match(err, why);
			assert.equal(code, 2, args.join(" "));
		}
	});

	test("helps, and tells its version", async () => {
		const { out, code } = await run("--help");
		for (const { code: rule } of rules) assert.ok(out.includes(`  ${rule} `), rule);
		assert.equal(code, 0);
		assert.match((await run("--version")).out, /^\d+\.\d+\.\d+\n$/);
	});

	test("finds nothing in a clean project of the samples, and what is wrong in another", async () => {
		assert.deepEqual(await run("check", join(samples, "md_joss_slix")), {
			out: "Nothing was found.\n",
			err: "",
			code: 0,
		});
		const { out, code } = await run("check", "--format", "github", join(samples, "rmd_book_quoted_list"));
		assert.equal(code, 1);
		const line = out.split("\n").find(one => one.includes("undefined-key")) ?? "";
		assert.match(
			line,
			/^::warning file=[^,]*80_Discrete\.Rmd,line=13,endLine=13,col=203,endColumn=214,title=citeshelf%3A undefined-key::/,
		);
	});
});
