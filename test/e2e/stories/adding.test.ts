// Adding papers as they reach people: a mail dropped onto the shelf, a listing pasted, a wrong file told as such.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Editor } from "../pages/editor";
import { waitUntil } from "../pages/waiting";
import { story } from "../story";

const fixture = (name: string) => readFileSync(join(__dirname, "../../fixtures/digests", name), "utf8");
const alert = fixture("alert.eml");
const listing = fixture("arxiv-mail.txt");

suite("adding papers", () => {
	story("a mail that is dropped is seen, kept, found under a topic, and cited", async editor => {
		await editor.shelf.open();
		await editor.shelf.drop({ files: [{ name: "Subject Collection Alert.eml", content: alert }] });
		const rows = await editor.pick.rowsBecome(found => found.length > 3);
		await editor.pick.box.getByText("Add 3 papers").waitFor();
		assert.deepEqual(
			rows.map(({ label }) => label).filter(label => /^(Mitotic|Foundation|Stain)/.test(label)).length,
			3,
		);
		assert.equal(rows[1]?.label, "Keep only for me");
		assert.ok(!existsSync(join(editor.folder, "digests")), "nothing is kept before it is asked for");
		const kept = "digests/Subject-Collection-Alert-2026-03-12.digest.eml";
		assert.equal(rows[0]?.detail, kept);
		await editor.press("Enter");
		await editor.pick.closed();
		await editor.status(/3 papers added from Subject-Collection-Alert/).waitFor();
		assert.equal(editor.read(kept), alert);

		// Four of the sample, and two of the mail.
		await editor.shelf.row("Digital pathology; 6 papers").waitFor();
		await editor.shelf.expand(/^Digital pathology/);
		await editor.shelf.row(/^Mitotic figure counting/).waitFor();
		await cite(editor, "scanner drift brandstrom", "Mitotic figure counting");
	});

	story("a listing that was copied is kept for this person alone, cited, removed, and taken back", async editor => {
		await editor.shelf.open();
		await editor.page.evaluate(text => navigator.clipboard.writeText(text), listing);
		await editor.command("Citeshelf: Add papers…");
		await editor.pick.choose("From the clipboard");
		const rows = await editor.pick.rowsBecome(found => found.length > 3);
		await editor.pick.box.getByText("Add 4 papers").waitFor();
		assert.equal(rows[0]?.detail, "digests/arxiv-mail-2026-03-11.digest.txt");
		await editor.pick.row("Lantern").click();
		await editor.tab("Clipboard").waitFor();
		await editor.page.getByText("Title: Lantern").waitFor();
		await editor.pick.row("Keep only for me").click();
		await editor.pick.closed();
		await editor.status(/4 papers added from arxiv-mail-2026-03-11/).waitFor();
		assert.ok(!existsSync(join(editor.folder, "digests")), "nothing was written into the workspace");
		await cite(editor, "lantern hyperspectral", "Lantern");

		await editor.command("Citeshelf: Show status");
		await editor.pick.fill("arxiv-mail");
		await editor.pick.rowsBecome(found => found[0]?.detail.startsWith("4 papers · arXiv listing mail") ?? false);
		await editor.pick.rowButton("arxiv-mail-2026-03-11.digest.txt", "Remove digest");
		const removed = editor.notification(/Removed arxiv-mail-2026-03-11/);
		await removed.waitFor();
		await editor.pick.fill("arxiv-mail");
		await editor.pick.rowsBecome(found => !found.some(({ label }) => label.startsWith("arxiv-mail")));
		await removed.getByRole("button", { name: "Undo" }).click();
		await editor.command("Citeshelf: Show status");
		await editor.pick.fill("arxiv-mail");
		await editor.pick.rowsBecome(found => found[0]?.detail.startsWith("4 papers · arXiv listing mail") ?? false);
	});

	story("a wrong file says what it is, and Escape leaves everything as it was", async editor => {
		await editor.shelf.open();
		const files = [
			{ name: "paper.pdf", content: "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n" },
			{ name: "settings.json", content: '{"editor.fontSize": 14, "files.eol": "\\n"}' },
		];
		await editor.shelf.drop({ files });
		const rows = await editor.pick.rowsBecome(found => found.some(({ label }) => label.includes("settings.json")));
		await editor.pick.box.getByText("No papers to add").waitFor();
		const said = rows.map(({ label, detail }) => `${label}: ${detail}`).join("\n");
		assert.match(said, /No paper was found in paper\.pdf: .*PDF/);
		assert.match(said, /No paper was found in settings\.json/);
		assert.ok(!/Keep/.test(said), said);
		await editor.press("Escape");
		await editor.pick.closed();
		assert.deepEqual(
			readdirSync(editor.folder).filter(name => /digest/.test(name)),
			[],
		);
	});

	story("texts and links that are dropped, and what is pasted into the tree, are taken as well", async editor => {
		await editor.shelf.open();
		const link = '<a href="https://arxiv.org/abs/2603.07411">Lantern: Uncertainty maps for tumour margins</a>';
		await editor.shelf.drop({ texts: { "text/plain": listing, "text/html": `<p>${link}</p>` } });
		await leavePreviewOf(editor, "Add 4 papers");
		await editor.shelf.drop({ texts: { "text/uri-list": "https://example.org/list\r\n" } });
		await waitUntil(
			async () => (await editor.pick.input.inputValue()) === "https://example.org/list",
			() => "the address is not proposed",
		);
		await editor.press("Escape");
		await editor.pick.closed();
		await editor.page.evaluate(text => navigator.clipboard.writeText(text), listing);
		await editor.shelf.click(/^Digital pathology/);
		await editor.press("Mod+V");
		await leavePreviewOf(editor, "Add 4 papers");
	});

	story(
		"papers are added in Restricted Mode as well",
		async editor => {
			await editor.status(/Restricted Mode/).waitFor();
			await editor.shelf.open();
			await editor.shelf.drop({ files: [{ name: "listing.txt", content: listing }] });
			await editor.pick.box.getByText("Add 4 papers").waitFor();
			await editor.press("Enter");
			await editor.status(/4 papers added from listing-2026-03-11/).waitFor();
			assert.equal(editor.read("digests/listing-2026-03-11.digest.txt"), listing);
		},
		{ restricted: true },
	);

	story(
		"a file of the explorer is added from there, by dragging it and by its menu",
		async editor => {
			const { host } = new URL(editor.page.url());
			await editor.shelf.open();
			const uri = `vscode-remote://${host}${editor.folder}/inbox/monday.eml`;
			await editor.shelf.drop({ texts: { "text/uri-list": `${uri}\r\n` } });
			await leavePreviewOf(editor, "Add 3 papers");
			await editor.open("monday.eml");
			await editor.command("File: Reveal Active File in Explorer View");
			await editor.page.getByRole("treeitem", { name: "monday.eml" }).click({ button: "right" });
			const item = editor.page.getByRole("menuitem", { name: "Add to Citeshelf…" });
			await item.hover();
			await editor.press("Enter");
			await leavePreviewOf(editor, "Add 3 papers");
		},
		{ files: { "inbox/monday.eml": alert } },
	);
});

/** Waits for the preview with this title, and leaves it. */
async function leavePreviewOf(editor: Editor, title: string): Promise<void> {
	await editor.pick.box.getByText(title).waitFor();
	await editor.press("Escape");
	await editor.pick.closed();
}

/** Cites a paper, found by words, at the end of a sentence of the manuscript. */
async function cite(editor: Editor, words: string, title: string): Promise<void> {
	await editor.open("main.tex");
	await editor.cursorBehind("at a larger scale");
	await editor.command("Citeshelf: Insert citation…");
	await editor.pick.type(words);
	await editor.pick.rowsBecome(found => found[0]?.label.startsWith(title) ?? false);
	await editor.pick.highlighted.filter({ hasText: title }).waitFor();
	await editor.press("Enter");
	await editor.status(/Cited .+ in refs\.bib/).waitFor();
	await editor.saveAll();
	await editor.fileBecomes("main.tex", text => /at a larger scale~\\cite\{\w+\}/.test(text));
}
