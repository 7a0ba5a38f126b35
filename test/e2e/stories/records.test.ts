// True records: a mail of titles is completed from catalogues, cited and compiled; doubt is for a person to end; a preprint
// becomes what was published. The catalogues are a server on this machine.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { withRecords } from "../../../src/core/digests/sidecar";
import { readDigest } from "../../../src/core/digests/read";
import { paperId } from "../../../src/core/identity";
import { directory } from "../../../src/core/metadata/directory";
import type { Name, Paper } from "../../../src/core/paper";
import { recordsBytes, recordsName, sampleBytes, sampleName, sampleText } from "../../unit/digests/sample";
import type { Handler } from "../../host/localWeb";
import { catalogueHandler } from "../../unit/records/catalogueServer";
import { isInstalled, run } from "../../consumers/programs";
import type { Editor } from "../pages/editor";
import { waitUntil } from "../pages/waiting";
import { story } from "../story";

/** Five papers of the sample shelf, as a mail brings them. */
const mail = sampleText.split("\n").slice(2, 12).join("\n").replace("Subscribe", "");
const shelf = withRecords(readDigest(sampleBytes, sampleName).papers, recordsBytes, recordsName).papers;

function paper(fields: Partial<Paper>): Paper {
	const all = { title: "", abstract: "", authors: [], type: "article-journal", keywords: [], links: [], ...fields };
	return { ...all, id: paperId(all) };
}

const by = (family: string): readonly Name[] => [{ family, given: "Ann" }];
const doubtful = "Lichen clocks in the northern towns of Europe";
const twins = [
	paper({ title: doubtful, authors: by("Oak"), issued: { year: 2021 }, doi: "10.1000/oak", venue: "Lichenologist" }),
	paper({ title: doubtful, authors: by("Elm"), issued: { year: 2024 }, doi: "10.1000/elm", venue: "Clocks" }),
];

const preprint = {
	...{ title: "Herring gulls that queue for the last bus of the day", authors: by("Tern"), arxiv: "2301.00007" },
	doi: "10.1000/gulls",
};
const gulls = [
	paper({ ...preprint, type: "article", issued: { year: 2023, month: 1, day: 2 } }),
	paper({
		...{ title: preprint.title, authors: preprint.authors, doi: preprint.doi, venue: "Journal of Gulls" },
		...{ volume: "12", pages: "3-9", issued: { year: 2024, month: 6 } },
	}),
];

const hosts = new Set<string>(Object.values(directory).flatMap(each => [...each.hosts]));

/** Requests to catalogues in the story that is played; the editor and its own extensions ask others. */
let asked = 0;

/** Answers as the catalogues do, and counts. */
function network(papers: readonly Paper[]): Handler {
	const answer = catalogueHandler(papers);
	return (request, response, count) => {
		if (hosts.has(request.url.host)) asked++;
		answer(request, response, count);
	};
}

const settings = { "citeshelf.sampleShelf": false };

async function complete(editor: Editor, digest: string): Promise<void> {
	await editor.command("Citeshelf: Complete records…");
	await editor.pick.rowsBecome(rows => rows.some(({ label }) => label.includes("All papers")));
	await editor.pick.fill(digest);
	await editor.pick.rowsBecome(rows => rows.length === 1);
	await editor.press("Enter");
}

/** Opens the shelf and all that stands in it. */
async function openAll(editor: Editor): Promise<void> {
	await editor.shelf.open();
	for (const { label, isExpanded } of await editor.shelf.rows()) {
		if (isExpanded === false) await editor.shelf.expand(label);
	}
}

suite("records", () => {
	setup(() => (asked = 0));

	story(
		"a mail of titles is pasted, completed, cited, and compiled with authors and years",
		async editor => {
			await editor.shelf.icon.click();
			await editor.page.evaluate(text => navigator.clipboard.writeText(text), mail);
			await editor.command("Citeshelf: Add papers…");
			await editor.pick.choose("From the clipboard");
			await editor.pick.box.getByText("Add 5 papers").waitFor();
			await editor.press("Enter");
			await editor.pick.closed();
			await openAll(editor);
			const folder = join(editor.folder, "digests");
			const [digest = ""] = readdirSync(folder);

			// Citing is not held up: the citation stands, the entry says what is not known, and the record is offered.
			await editor.open("notes.md");
			await editor.cursorBehind("for it?");
			await editor.command("Citeshelf: Insert citation…");
			await editor.pick.type("remaining lifespan");
			await editor.pick.rowsBecome(rows => rows[0]?.label.startsWith("Uncertainty-Aware") ?? false);
			await editor.press("Enter");
			await editor.status(/Cited Uncertainty-Aware/).waitFor();
			const offer = editor.notification(/is cited by its title: it has no record/);
			await offer.waitFor();
			await editor.picture(pictureOf("offer"));
			await editor.saveAll();
			assert.match(editor.read("refs.bib"), /Cited by its title: authors and date were not known/);
			assert.equal(asked, 0);

			// Accepted, the offer asks first, then completes the record and shows what becomes of the entry.
			await offer.getByRole("button", { name: "Complete record" }).click();
			await editor.pick.box.getByText("Ask public catalogues for records?").waitFor();
			await editor.picture(pictureOf("agreement"));
			assert.equal(asked, 0);
			await editor.press("Enter");
			await editor.notification(/Records: 1 completed/).waitFor({ timeout: 60_000 });
			await editor.pick.box.getByText(/^Update .* in refs\.bib/).waitFor();
			await editor.pick.rowsBecome(rows => rows.some(({ label }) => label === "note"));
			await editor.picture(pictureOf("entry"));
			await editor.press("Enter");
			await editor.pick.closed();
			await editor.fileBecomes(
				"refs.bib",
				text => !text.includes("Cited by its title") && text.includes("Kenneweg"),
			);

			await complete(editor, digest);
			const summary = editor.notification(/Records: 4 completed/);
			await summary.waitFor({ timeout: 90_000 });
			await editor.picture(pictureOf("summary"));
			const records = `digests/${digest.replace(/\.[^.]+$/, ".csl.json")}`;
			const written = JSON.parse(editor.read(records)) as { readonly author: unknown[] }[];
			assert.equal(written.length, 5);
			await editor.shelf
				.row(/^Limitations of Large Language Models.*Kim et al\., 2025/)
				.first()
				.waitFor();

			await editor.command("Citeshelf: Show status");
			await editor.pick.box.getByText("Catalogues", { exact: true }).waitFor();
			await editor.picture(pictureOf("status"));
			await editor.press("Escape");
			await editor.pick.closed();

			await editor.open("notes.md");
			await editor.command("Citeshelf: Insert citation…");
			await editor.pick.type("clinical problem-solving");
			await editor.pick.rowsBecome(rows => rows[0]?.label.startsWith("Limitations") ?? false);
			await editor.press("Enter");
			await editor.status(/Cited Kim et al\. 2025/).waitFor();
			await editor.saveAll();
			if (!isInstalled("pandoc")) return console.log("      PANDOC IS NOT INSTALLED: nothing was compiled");
			const { printed } = run("pandoc", ["notes.md", "--citeproc", "--to=plain"], editor.folder);
			assert.match(printed, /Kim, Jonathan.*2025/s);
			assert.match(printed, /Limitations of Large Language Models/);
			assert.doesNotMatch(printed, /not known/);
		},
		{ settings, network: network(shelf.slice(0, 5)) },
	);

	story(
		"a paper without a record that is dropped, pasted or copied is offered its record, each once",
		async editor => {
			await editor.open("notes.md");
			await openAll(editor);
			await editor.shelf
				.row(/^Herring gulls that/)
				.first()
				.hover();
			await editor.page.mouse.down();
			const box = await editor.text.getByText("models in", { exact: false }).last().boundingBox();
			assert.ok(box);
			await editor.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 12 });
			await editor.page.keyboard.down("Shift");
			await editor.page.mouse.move(box.x + box.width - 3, box.y + box.height / 2, { steps: 4 });
			await editor.page.mouse.up();
			await editor.page.keyboard.up("Shift");
			const offers = editor.notification(/is cited by its title: it has no record/);
			await offers.filter({ hasText: "Herring gulls" }).waitFor();
			await editor.saveAll();
			await editor.fileBecomes("refs.bib", text => text.includes("10.1000/gulls"));

			const address = "https://doi.org/10.1000/kelp";
			await editor.cursorBehind("for it?");
			await editor.type(address);
			for (let i = 0; i < address.length; i++) await editor.press("Shift+ArrowLeft");
			await editor.press("Mod+X");
			await editor.press("Mod+V");
			await editor.page.locator(".post-edit-widget").waitFor();
			await editor.press("Mod+.");
			await editor.page.getByRole("option", { name: /^Cite Kelp/ }).click();
			await offers.filter({ hasText: "Kelp" }).waitFor();
			await editor.saveAll();
			await editor.fileBecomes("refs.bib", text => text.includes("10.1000/kelp"));

			// What was offered is not offered again; what was not is.
			await editor.command("Notifications: Clear All Notifications");
			await editor.shelf.click(/^Herring gulls that/);
			await editor.command("Citeshelf: Copy BibTeX");
			await editor.status(/BibTeX copied/).waitFor();
			await editor.shelf.click(/^Mussels on/);
			await editor.command("Citeshelf: Copy BibTeX");
			await offers.filter({ hasText: "Mussels" }).waitFor();
			assert.equal(await offers.count(), 1);
			assert.equal(asked, 0);
		},
		{
			settings,
			network: network(gulls),
			files: {
				"three.digest.bib":
					`@misc{a, title = {${preprint.title}}, doi = {${preprint.doi}}}\n` +
					"@misc{b, title = {Kelp that keeps its own calendar of the tides}, doi = {10.1000/kelp}}\n" +
					"@misc{c, title = {Mussels on the pillars of a pier in winter}, doi = {10.1000/mussels}}\n",
			},
		},
	);

	story(
		"records that were written are taken back, and what is not sure is for a person to choose",
		async editor => {
			await openAll(editor);
			await complete(editor, "doubt.digest.bib");
			await editor.pick.box.getByText("Ask public catalogues for records?").waitFor();
			await editor.press("Enter");
			const summary = editor.notification(/Records: 0 completed, 1 to look at/);
			await summary.waitFor({ timeout: 60_000 });
			await summary.getByRole("button", { name: "Choose…" }).click();
			await editor.pick.row("Lichen").waitFor();
			await editor.pick.rowsBecome(rows =>
				rows.some(
					({ description, detail }) =>
						description === "Oak 2021 · Lichenologist" &&
						detail.startsWith("the title is the same; nothing else is known"),
				),
			);
			await editor.picture(pictureOf("doubt"));
			await editor.pick.box.locator(".monaco-list-row").filter({ hasText: "Elm" }).first().click();
			await editor.shelf
				.row(/^Lichen clocks.*Elm, 2024/)
				.first()
				.waitFor();
			assert.match(editor.read("doubt.digest.csl.json"), /"family":"Elm"/);

			await editor.shelf.click(/^Lichen clocks in.*Elm, 2024/);
			const panel = await editor.panel.document(doubtful);
			await panel.getByText(/Record from Crossref/).waitFor();
			await editor.picture(pictureOf("panel"));
		},
		{
			settings,
			network: network(twins),
			files: { "doubt.digest.bib": `@misc{a, title = {${doubtful}}}\n` },
		},
	);

	story(
		"undo takes records back where nobody changed them since",
		async editor => {
			await openAll(editor);
			await complete(editor, "one.digest.bib");
			await editor.pick.box.getByText("Ask public catalogues for records?").waitFor();
			await editor.press("Enter");
			const summary = editor.notification(/Records: 1 completed/);
			await summary.waitFor({ timeout: 60_000 });
			const written = join(editor.folder, "one.digest.csl.json");
			assert.ok(existsSync(written));
			await summary.getByRole("button", { name: "Undo" }).click();
			await waitUntil(
				() => !existsSync(written),
				() => "the records are still there",
			);
			await editor.shelf
				.row(/^Herring gulls.*no record/)
				.first()
				.waitFor();
			await editor.picture(pictureOf("tree"));
		},
		{
			settings,
			network: network(gulls),
			files: { "one.digest.bib": `@misc{a, title = {${preprint.title}}, doi = {${preprint.doi}}}\n` },
		},
	);

	story(
		"a cited preprint that has appeared becomes what was published, with its key",
		async editor => {
			await editor.open("gulls.md");
			await editor.command("Citeshelf: Look for published versions…");
			await editor.pick.box.getByText("Ask public catalogues for records?").waitFor();
			await editor.press("Enter");
			await editor.pick.box.getByText("Preprints of gulls.bib that have appeared").waitFor({ timeout: 60_000 });
			const rows = await editor.pick.rowsBecome(found => found.length > 0);
			assert.match(rows[0]?.description ?? "", /Tern 2023, now in Journal of Gulls, 2024/);
			await editor.pick.titleButton("Show as diff");
			await editor.tab("gulls.bib as it would be").waitFor();
			await editor.picture(pictureOf("published"));
			await editor.pick.input.focus();
			await editor.press("Enter");
			await editor.pick.closed();
			await editor.fileBecomes(
				"gulls.bib",
				text => /@article\{mine,/.test(text) && text.includes("Journal of Gulls"),
			);
		},
		{
			settings,
			network: network(gulls),
			files: {
				"gulls.md": "---\nbibliography: gulls.bib\n---\n\nGulls queue [@mine].\n",
				"gulls.bib": `@misc{mine,\n  title = {${preprint.title}},\n  author = {Tern, Ann},\n  year = {2023},\n  eprint = {2301.00007},\n  archivePrefix = {arXiv},\n}\n`,
			},
		},
	);

	story(
		"in Restricted Mode nobody is asked, and that is said",
		async editor => {
			await editor.shelf.open();
			await editor.command("Citeshelf: Complete records…");
			await editor.notification(/In Restricted Mode no catalogue is asked/).waitFor();
			assert.equal(await editor.pick.box.isVisible(), false);
			assert.equal(asked, 0);
		},
		{ restricted: true, network: network(gulls) },
	);
});

/** Where a picture goes that is to be looked at: beside those of failed stories. */
function pictureOf(name: string): string {
	return join(__dirname, "../../../.vscode-test/records", `${name}.png`);
}
