// The reading panel as the editor would show it, without the editor: its real document, policy, style and script, the
// colours of a theme, and a stand-in for the editor's side that answers `ready` with one state.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { pageHtml } from "../../../src/core/render/pageHtml";
import type { ToPage } from "../../../src/core/protocol";
import { cache, root } from "../../host/paths";
import { states } from "./papers";
import themes from "./themes.json";

export type Theme = keyof typeof themes;
export const themeNames = Object.keys(themes) as readonly Theme[];

/** Where the pages lie, to be opened by hand as well. */
export const siteFolder = join(cache, "states");

/** Writes a page for each state and theme; they load nothing from elsewhere. */
export async function writeSite(): Promise<void> {
	mkdirSync(siteFolder, { recursive: true });
	// Its own bundle: the check must not depend on whether, or how, the extension was built before.
	await build({ entryPoints: [join(root, "media", "panel.ts")], bundle: true, format: "iife", outdir: siteFolder });
	write("panel.css", readFileSync(join(root, "media", "panel.css"), "utf8"));
	for (const theme of themeNames) {
		write(`${theme}.css`, themeCss(theme));
		for (const [name, message] of Object.entries(states)) write(`${name}.${theme}.html`, pageOf(theme, message));
	}
}

function write(name: string, content: string): void {
	writeFileSync(join(siteFolder, name), content);
}

function pageOf(theme: Theme, message: ToPage): string {
	const nonce = "states";
	const frame = { nonce, cspSource: "'self' file:", scriptUri: "panel.js", styleUri: "panel.css", title: "Paper" };
	const classes = theme === "high-contrast-light" ? `vscode-high-contrast vscode-${theme}` : `vscode-${theme}`;
	const head = `<link rel="stylesheet" href="${theme}.css">\n<script nonce="${nonce}">${host(message)}</script>\n`;
	return pageHtml(frame)
		.replace("<link", () => `${head}<link`)
		.replace("<body>", `<body class="${classes}">`);
}

/** The editor's side of the page. `sent` and `state` are there for the check to read. */
function host(message: ToPage): string {
	return `
		globalThis.sent = [];
		globalThis.acquireVsCodeApi = () => ({
			postMessage: message => {
				sent.push(message);
				if (message.type === "ready") postMessage(${JSON.stringify(message).replaceAll("<", "\\u003c")});
			},
			getState: () => globalThis.state,
			setState: state => void (globalThis.state = state),
		});`;
}

/** The theme's colours as the editor sets them on a webview, and the style that it gives to every webview (1.139). */
export function themeCss(theme: Theme): string {
	const colors = Object.entries(themes[theme]).map(([name, color]) => `\t${name}: ${color};`);
	return `:root {
	--vscode-font-family: system-ui, "Ubuntu", "Droid Sans", sans-serif;
	--vscode-font-size: 13px;
	--vscode-editor-font-family: "Droid Sans Mono", monospace;
${colors.join("\n")}
}
@layer vscode-default {
	body {
		background-color: transparent; color: var(--vscode-editor-foreground); font-family: var(--vscode-font-family);
		font-size: var(--vscode-font-size); margin: 0; padding: 0 20px;
	}
	a, a code { color: var(--vscode-textLink-foreground); }
	a:focus, input:focus { outline: 1px solid -webkit-focus-ring-color; outline-offset: -1px; }
	code {
		color: var(--vscode-textPreformat-foreground); background-color: var(--vscode-textPreformat-background);
		padding: 1px 3px; border-radius: 4px;
	}
	kbd {
		background-color: var(--vscode-keybindingLabel-background); color: var(--vscode-keybindingLabel-foreground);
		border: 1px solid var(--vscode-keybindingLabel-border); border-radius: 3px; padding: 1px 3px;
		box-shadow: inset 0 -1px 0 var(--vscode-widget-shadow); vertical-align: middle;
	}
}
`;
}
