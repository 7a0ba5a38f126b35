// Takes the pictures of the README in the real editor, in a light and a dark theme, into media/screenshots. Given digests,
// it takes pictures of the tree and the map of each as a shelf of its own, to be looked at, into a folder that is no
// part of the project: `npm run screenshots -- listing.txt export.nbib`.
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, parse } from "node:path";
import type { Editor } from "../e2e/pages/editor";
import { MapView } from "../e2e/pages/mapPanel";
import { Stage, type StoryOptions } from "../e2e/stage";
import { launchBrowser } from "./browser";
import { main } from "./commandLine";
import { ensureHost } from "./install";
import { cache, root, sampleProject } from "./paths";

const folder = join(root, "media", "screenshots");
const shelves = join(cache, "shelves");

const light = "Default Light Modern";
const dark = "Default Dark Modern";

/** Larger files make the README slow to load. */
const largestKb = 400;

const settings = {
	"editor.minimap.enabled": false,
	"editor.wordWrap": "on",
	"editor.lineNumbers": "off",
	"editor.folding": false,
	"editor.glyphMargin": false,
	"editor.occurrencesHighlight": "off",
	"breadcrumbs.enabled": false,
	// It would show the name of a throw-away folder.
	"window.commandCenter": false,
	"workbench.layoutControl.enabled": false,
};

interface Picture {
	readonly theme: string;
	/** How to get there in a fresh editor. */
	readonly arrange: (editor: Editor) => Promise<void>;
}

/** The pictures, by the names of their files. */
const pictures: Readonly<Record<string, Picture>> = {
	light: { theme: light, arrange: writing },
	dark: { theme: dark, arrange: writing },
	search: { theme: light, arrange: searching },
	map: { theme: dark, arrange: mapping },
};

/** The shelf, a manuscript with a citation just inserted, and the paper beside it. */
async function writing(editor: Editor): Promise<void> {
	await openSample(editor, 420);
	await editor.shelf.click(/^Phikon-v2/);
	await editor.panel.document(/^Phikon-v2/);
	await editor.panel.click("Cite");
	await editor.status(/Cited Filiot et al\. 2024/).waitFor();
	await editor.saveAll();
}

/** A search with a slip, and the best paper previewed, in a column that the pick does not cover. */
async function searching(editor: Editor): Promise<void> {
	await openSample(editor, 300);
	await editor.shelf.click(/^Phikon-v2/);
	await editor.panel.document(/^Phikon-v2/);
	await editor.splitAt(945);
	await editor.command("Citeshelf: Search papers…");
	await editor.pick.type("uncertanty segmentation");
	// Not the rows of a query that was half typed.
	await editor.pick.rowsBecome(
		rows => rows.length > 5 && rows.every(({ detail }) => /‹(uncertain|segment)/i.test(detail)),
	);
	await editor.panel.document(/^CheXmask-U/);
}

/** The map beside the tree, a paper chosen. */
async function mapping(editor: Editor): Promise<void> {
	await editor.shelf.open();
	await editor.widenSidebar(300);
	await openMap(editor);
}

async function openMap(editor: Editor): Promise<void> {
	await editor.command("Citeshelf: Show map of papers");
	const map = await new MapView(editor.page).document();
	await map.locator("#canvas").focus();
	await editor.press("ArrowRight");
	await map.locator("#announcement:not(:empty)").waitFor({ state: "attached" });
}

/** The tree and the map of a shelf that is this digest alone, to be looked at. */
async function lookingAt(editor: Editor): Promise<void> {
	await editor.shelf.open();
	await editor.widenSidebar(420);
	await editor.shelf.tree.getByRole("treeitem").first().waitFor();
	await openMap(editor);
}

async function openSample(editor: Editor, sidebarWidth: number): Promise<void> {
	await editor.open("main.tex");
	await editor.cursorBehind("at a larger scale");
	await editor.shelf.open();
	await editor.widenSidebar(sidebarWidth);
	for (const topic of [/^Medical reasoning models/, /^Digital pathology/, /^Safety and uncertainty/]) {
		await editor.shelf.expand(topic);
	}
}

/** A section more than the sample has, so that the column is filled. */
const section = `\\section{Monitoring}
A contour that is handed on without a word about its own doubt will be used as if an expert had drawn it. Whoever plans \
a treatment needs to see where the model hesitates, and the hospital needs to know when it begins to hesitate more often.

`;

/** The manuscript with its paragraphs in one line each, which the editor wraps to the width of a column. */
function manuscript(): string {
	const text = readFileSync(join(sampleProject, "main.tex"), "utf8").replace(/([^\n}])\n(?=[A-Za-z])/g, "$1 ");
	return text.replace("\\bibliographystyle", () => `${section}\\bibliographystyle`);
}

interface Taken extends Picture {
	readonly path: string;
	readonly options?: StoryOptions;
}

/** Takes pictures, and answers their sizes in kilobytes. */
async function take(wanted: readonly Taken[]): Promise<readonly number[]> {
	const host = await ensureHost();
	const browser = await launchBrowser(host);
	const stage = new Stage("screenshots", host, browser, { extension: root });
	const sizes: number[] = [];
	for (const { path, theme, arrange, options } of wanted) {
		const all = {
			viewport: { width: 1280, height: 800 },
			scale: 1.25,
			...options,
			settings: { ...settings, "workbench.colorTheme": theme, ...options?.settings },
		};
		await stage.play(parse(path).name, all, async editor => {
			await arrange(editor);
			await editor.picture(path);
		});
		const kilobytes = Math.round(statSync(path).size / 1024);
		console.log(`${path}: ${String(kilobytes)} KB`);
		sizes.push(kilobytes);
	}
	await browser.close();
	return sizes;
}

async function takeAll(): Promise<boolean> {
	mkdirSync(folder, { recursive: true });
	const options = { files: { "main.tex": manuscript() } };
	const wanted = Object.entries(pictures).map(([name, picture]): Taken => {
		return { ...picture, path: join(folder, `${name}.png`), options };
	});
	return (await take(wanted)).every(size => size <= largestKb);
}

async function takeShelves(digests: readonly string[]): Promise<boolean> {
	mkdirSync(shelves, { recursive: true });
	const wanted = digests.flatMap(file =>
		[light, dark].map((theme): Taken => {
			const files = { [`shelf.digest${extname(file)}`]: readFileSync(file) };
			const path = join(shelves, `${parse(file).name}${theme === dark ? "-dark" : ""}.png`);
			return {
				path,
				theme,
				arrange: lookingAt,
				options: { files, settings: { "citeshelf.sampleShelf": false } },
			};
		}),
	);
	return (await take(wanted)).length > 0;
}

const given = process.argv.slice(2);
main(() => (given.length > 0 ? takeShelves(given) : takeAll()));
