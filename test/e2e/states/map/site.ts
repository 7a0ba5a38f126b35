// The map's page as the editor would show it, without the editor: its real document, policy, style and script, the colours
// of a theme, and a stand-in for the editor's side that answers `ready` with a shelf, and searches with some of its papers.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { mapHtml } from "../../../../src/core/map/mapHtml";
import type { ToMap } from "../../../../src/core/map/protocol";
import { root } from "../../../host/paths";
import { siteFolder, themeCss, themeNames, type Theme } from "../site";
import themes from "./themes.json";

/** Writes a page for each of the shelves and themes, named `map-shelf.theme`; their names. */
export async function writeMapSite(shelves: Readonly<Record<string, readonly ToMap[]>>): Promise<string[]> {
	await build({ entryPoints: [join(root, "media/map/map.ts")], bundle: true, format: "iife", outdir: siteFolder });
	write("map.css", readFileSync(join(root, "media", "map.css"), "utf8"));
	for (const theme of themeNames) {
		const colors = Object.entries(themes[theme]).map(([name, color]) => `\t${name}: ${color};`);
		write(`map.${theme}.css`, `${themeCss(theme)}\n:root {\n${colors.join("\n")}\n}\n`);
	}
	return Object.entries(shelves).flatMap(([name, messages]) => {
		write(`map-${name}.js`, host(messages));
		for (const theme of themeNames) write(`map-${name}.${theme}.html`, pageOf(theme, name));
		return themeNames.map(theme => `map-${name}.${theme}`);
	});
}

function write(name: string, content: string): void {
	writeFileSync(join(siteFolder, name), content);
}

function pageOf(theme: Theme, shelf: string): string {
	const nonce = "states";
	const classes = theme === "high-contrast-light" ? `vscode-high-contrast vscode-${theme}` : `vscode-${theme}`;
	const head = `<link rel="stylesheet" href="map.${theme}.css">\n<script nonce="${nonce}" src="map-${shelf}.js"></script>\n`;
	return mapHtml({ nonce, cspSource: "'self' file:", scriptUri: "map.js", styleUri: "map.css" })
		.replace("<link", () => `${head}<link`)
		.replace("<body", `<body class="${classes}"`);
}

/** The editor's side of the page. `sent` and `state` are there for the check to read. */
function host(messages: readonly ToMap[]): string {
	return `
		const shelf = ${JSON.stringify(messages)};
		globalThis.sent = [];
		globalThis.acquireVsCodeApi = () => ({
			postMessage: message => {
				sent.push(message);
				if (message.type === "ready") for (const each of shelf) postMessage(each);
				if (message.type === "search") {
					const papers = shelf.flatMap(each => each.papers ?? []);
					const found = papers.filter(({ title }) => title.toLowerCase().includes(message.query.toLowerCase()));
					const scored = found.map(({ id }, i) => ({ id, score: 1 - i / found.length }));
					postMessage({ type: "found", query: message.query, found: scored });
				}
			},
			getState: () => globalThis.state,
			setState: state => void (globalThis.state = state),
		});`;
}
