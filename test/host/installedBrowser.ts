// Looks for a browser of the Chromium family that is already on this machine.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./processes";

export interface Browser {
	readonly path: string;
	/** What it needs in its environment. */
	readonly env: Readonly<Record<string, string>>;
}

const linuxNames = [
	"google-chrome",
	"google-chrome-stable",
	"chromium",
	"chromium-browser",
	"microsoft-edge",
	"microsoft-edge-stable",
];
const macPaths = ["Google Chrome", "Chromium", "Microsoft Edge"].map(name =>
	join("/Applications", `${name}.app`, "Contents", "MacOS", name),
);
const windowsPaths = [
	join("Google", "Chrome", "Application", "chrome.exe"),
	join("Microsoft", "Edge", "Application", "msedge.exe"),
];

/** The browser named in CITESHELF_BROWSER, else the first one installed; `packed` there means none of this machine. */
export async function findBrowser(): Promise<Browser | undefined> {
	const named = process.env["CITESHELF_BROWSER"];
	if (named === "packed") return undefined;
	if (named !== undefined && named !== "") return { path: named, env: {} };
	for (const path of candidates()) {
		if (existsSync(path) && (await answers(path))) return { path, env: {} };
	}
	return undefined;
}

function candidates(): readonly string[] {
	if (process.platform === "darwin") return macPaths;
	if (process.platform === "win32") {
		return ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"].flatMap(name => {
			const folder = process.env[name];
			return folder === undefined ? [] : windowsPaths.map(path => join(folder, path));
		});
	}
	const folders = (process.env["PATH"] ?? "").split(delimiter).filter(folder => folder !== "");
	return linuxNames.flatMap(name => folders.map(folder => join(folder, name)));
}

/** Some systems have a stand-in of that name that only says how to install the browser. */
async function answers(path: string): Promise<boolean> {
	if (process.platform !== "linux") return true;
	try {
		return /\d+\.\d+/.test(await run(path, ["--version"]));
	} catch {
		return false;
	}
}
