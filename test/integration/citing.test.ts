// Citing in the real editor: text and bibliography change together, and one undo takes both back.
import * as vscode from "vscode";
import { equal, ok } from "./assert";
import {
	activated,
	changingShelf,
	closeAll,
	openWithCursor,
	paperId,
	textOf,
	withCursor,
	workspaceFile,
	write,
} from "./support";

const cite = (ids: readonly string[]) => vscode.commands.executeCommand("citeshelf.insertCitation", { ids });

suite("citing", () => {
	teardown(closeAll);

	test("a LaTeX document gets the citation, and the bibliography that it declares the entry", async () => {
		const api = await activated();
		const id = await paperId(api, "Phikon-v2");
		const bibliography = await write("one.bib", "");
		const editor = await openWithCursor("one.tex", "Pathology|.\n\\bibliography{one}\n");
		await cite([id]);
		equal(withCursor(editor), "Pathology~\\cite{filiot2024phikonv2}|.\n\\bibliography{one}\n");
		const entry = await textOf(bibliography);
		ok(entry.startsWith("@misc{filiot2024phikonv2,"), entry);
		ok(entry.includes("2409.09173"), entry);
		await cite([await paperId(api, "A bag of tricks")]);
		equal(withCursor(editor), "Pathology~\\cite{filiot2024phikonv2, marzahl2025bag}|.\n\\bibliography{one}\n");
	});

	test("Markdown gets its own syntax, and a second paper joins the group", async () => {
		const api = await activated();
		await write("two.bib", "");
		const editor = await openWithCursor("two.md", "---\nbibliography: two.bib\n---\n\nSurgery [@known|].\n");
		await cite([await paperId(api, "SRT-H")]);
		equal(withCursor(editor), "---\nbibliography: two.bib\n---\n\nSurgery [@known; @kim2025srth]|.\n");
	});

	test("a work that is in the bibliography under another key is cited by that key, and nothing is added", async () => {
		const api = await activated();
		const text = "@article{mine,\n  title = {Phikon},\n  eprint = {2409.09173v2},\n  archivePrefix = {arXiv},\n}\n";
		const bibliography = await write("three.bib", text);
		const editor = await openWithCursor("three.tex", "A |\n\\bibliography{three}\n");
		await cite([await paperId(api, "Phikon-v2")]);
		equal(withCursor(editor), "A \\cite{mine}|\n\\bibliography{three}\n");
		equal(await textOf(bibliography), text);
	});

	test("a bibliography that is open and unsaved keeps its changes, and stays unsaved", async () => {
		const api = await activated();
		const uri = await write("four.bib", "@misc{a,\n  title = {A},\n}\n");
		const bibliography = await vscode.workspace.openTextDocument(uri);
		const other = await vscode.window.showTextDocument(bibliography, { preview: false });
		await other.edit(builder => builder.insert(new vscode.Position(0, 0), "% my remark\n"));
		await openWithCursor("four.tex", "A |\n\\bibliography{four}\n");
		await cite([await paperId(api, "Almanac")]);
		ok(bibliography.getText().startsWith("% my remark\n@misc{a,\n  title = {A},\n}\n"), bibliography.getText());
		ok(bibliography.getText().includes("zakka2023almanac"), bibliography.getText());
		ok(bibliography.isDirty, "the bibliography was saved although it had unsaved changes");
	});

	test("a document that declares nothing uses the bibliography beside it", async () => {
		const api = await activated();
		const bibliography = await write("sub/near.bib", "");
		await openWithCursor("sub/five.md", "Text |\n");
		await cite([await paperId(api, "Almanac")]);
		ok((await textOf(bibliography)).includes("@misc{zakka2023almanac,"), "the entry is in the nearest file");
	});

	test("a declared bibliography that is missing is created", async () => {
		const api = await activated();
		await openWithCursor("six.tex", "A |\n\\bibliography{made/six}\n");
		await cite([await paperId(api, "Almanac")]);
		ok((await textOf(workspaceFile("made/six.bib"))).includes("zakka2023almanac"), "the file holds the entry");
	});

	test("a bibliography with an entry that never ends is left alone, and so is the text", async () => {
		const api = await activated();
		const text = "@misc{a,\n  title = {never closed,\n";
		const bibliography = await write("seven.bib", text);
		const editor = await openWithCursor("seven.tex", "A |\n\\bibliography{seven}\n");
		// The message stays until it is answered; the command does not wait for that.
		await cite([await paperId(api, "Almanac")]);
		equal(withCursor(editor), "A |\n\\bibliography{seven}\n");
		equal(await textOf(bibliography), text);
	});

	test("CRLF documents and bibliographies keep their line ends", async () => {
		const api = await activated();
		const bibliography = await write("eight.bib", "@misc{a,\r\n  title = {A},\r\n}\r\n");
		const editor = await openWithCursor("eight.tex", "A |\r\n\\bibliography{eight}\r\n");
		await cite([await paperId(api, "Almanac")]);
		equal(withCursor(editor), "A \\cite{zakka2023almanac}|\r\n\\bibliography{eight}\r\n");
		ok(!/[^\r]\n/.test(await textOf(bibliography)), "a bare line feed got in");
	});

	test("a work in another bibliography of the document is cited by its key there", async () => {
		const api = await activated();
		const empty = await write("ten.bib", "");
		await write(
			"eleven.bib",
			"@misc{theirs,\n  title = {Almanac},\n  eprint = {2303.01229},\n  archivePrefix = {arXiv},\n}\n",
		);
		const editor = await openWithCursor("ten.tex", "A |\n\\bibliography{ten,eleven}\n");
		await cite([await paperId(api, "Almanac")]);
		equal(withCursor(editor), "A \\cite{theirs}|\n\\bibliography{ten,eleven}\n");
		equal(await textOf(empty), "");
	});

	test("a Latin-1 bibliography keeps its bytes", async () => {
		const api = await activated();
		const uri = workspaceFile("latin.bib");
		const text = "@misc{a,\n  author = {M\u00fcller},\n}\n";
		const bytes = Uint8Array.from(text, letter => letter.charCodeAt(0));
		await vscode.workspace.fs.writeFile(uri, bytes);
		await openWithCursor("latin.tex", "A |\n\\bibliography{latin}\n");
		await cite([await paperId(api, "Towards Robust Foundation")]);
		const after = await vscode.workspace.fs.readFile(uri);
		equal([...after.slice(0, bytes.length)], [...bytes]);
		ok(after.length > bytes.length, "the entry was added");
	});

	test("each language gets its own citation, with the locator that a program gives", async () => {
		const api = await activated();
		const id = await paperId(api, "Phikon-v2");
		await write("many.bib", "");
		const table = [
			[
				"natbib.tex",
				"\\usepackage{natbib}\n\\begin{document}\nA|.\n\\bibliography{many}\n",
				"A~\\citep[p.~12]{filiot2024phikonv2}|.",
			],
			["a.typ", 'A|.\n#bibliography("many.bib")\n', "A @filiot2024phikonv2[p. 12]|."],
			["a.org", "#+bibliography: many.bib\n\nA|.\n", "A [cite:@filiot2024phikonv2 p. 12]|."],
			["a.adoc", ":bibtex-file: many.bib\n\nA|.\n", "A cite:[filiot2024phikonv2(12)]|."],
			["a.rst", "A|.\n\n.. bibliography:: many.bib\n", "A :cite:p:`filiot2024phikonv2{p. 12}`|."],
		] as const;
		for (const [name, marked, expected] of table) {
			const editor = await openWithCursor(name, marked);
			await vscode.commands.executeCommand("citeshelf.insertCitation", { ids: [id], locator: "12" });
			ok(withCursor(editor).includes(expected), `${name}: ${withCursor(editor)}`);
		}
		const entries = (await textOf(workspaceFile("many.bib"))).match(/@/g) ?? [];
		equal(entries.length, 1, "the work is in the bibliography once");
	});

	test("a CSL-JSON bibliography gets an item, in its own style", async () => {
		const api = await activated();
		const text = '[\n  {\n    "id": "a",\n    "type": "book",\n    "title": "A"\n  }\n]\n';
		const bibliography = await write("items.json", text);
		const editor = await openWithCursor("json.md", "---\nbibliography: items.json\n---\n\nText|.\n");
		await cite([await paperId(api, "Almanac")]);
		ok(withCursor(editor).includes("Text [@zakka2023almanac]|."), withCursor(editor));
		const after = await textOf(bibliography);
		ok(after.startsWith(text.slice(0, text.indexOf("\n]"))), after);
		equal(
			(JSON.parse(after) as { id: string }[]).map(item => item.id),
			["a", "zakka2023almanac"],
		);
	});

	test("every cursor gets the citation, and one undo takes all back", async () => {
		const api = await activated();
		await write("cursors.bib", "");
		const editor = await openWithCursor("cursors.md", "---\nbibliography: cursors.bib\n---\n\nOne|.\n\nTwo.\n");
		const [first] = editor.selections;
		ok(first, "there is a cursor");
		const second = new vscode.Position(6, 3);
		editor.selections = [first, new vscode.Selection(second, second)];
		await cite([await paperId(api, "Almanac")]);
		const text = editor.document.getText();
		ok(text.endsWith("One [@zakka2023almanac].\n\nTwo [@zakka2023almanac].\n"), text);
		await vscode.commands.executeCommand("undo");
		ok(editor.document.getText().endsWith("One.\n\nTwo.\n"), editor.document.getText());
	});

	test("a letter that the bibliography's encoding cannot hold is no reason to destroy the file", async () => {
		const api = await activated();
		const uri = workspaceFile("narrow.bib");
		const bytes = Uint8Array.from("@misc{a,\n  author = {M\u00fcller},\n}\n", letter => letter.charCodeAt(0));
		await vscode.workspace.fs.writeFile(uri, bytes);
		const title = "On \u2603 in \u4e2d\u6587 corpora of clinical narratives";
		const item = [
			{ id: "x", type: "article", title, author: [{ family: "Snow", given: "A." }], DOI: "10.1234/snow" },
		];
		await changingShelf(api, () => write("snow.digest.json", JSON.stringify(item)));
		const editor = await openWithCursor("narrow.tex", "A |\n\\bibliography{narrow}\n");
		await cite(["doi:10.1234/snow"]);
		const after = await vscode.workspace.fs.readFile(uri);
		equal([...after.slice(0, bytes.length)], [...bytes]);
		const isRefused = withCursor(editor) === "A |\n\\bibliography{narrow}\n";
		ok(isRefused ? after.length === bytes.length : after.length > bytes.length, "text and bibliography agree");
		await changingShelf(api, () => vscode.workspace.fs.delete(workspaceFile("snow.digest.json")));
	});

	test("a reference is copied in the style of the setting, and a link with the paper's address", async () => {
		const api = await activated();
		const id = await paperId(api, "Phikon-v2");
		const settings = vscode.workspace.getConfiguration("citeshelf");
		await vscode.commands.executeCommand("citeshelf.copyReference", { id });
		const apa = await vscode.env.clipboard.readText();
		ok(/^Filiot, A\., Jacob, P\., .*\(2024\)\. Phikon-v2/.test(apa), apa);
		await settings.update("referenceStyle", "ieee", vscode.ConfigurationTarget.Workspace);
		await vscode.commands.executeCommand("citeshelf.copyReference", { id });
		const ieee = await vscode.env.clipboard.readText();
		ok(/A\. Filiot, P\. Jacob/.test(ieee), ieee);
		await settings.update("referenceStyle", undefined, vscode.ConfigurationTarget.Workspace);
		await vscode.commands.executeCommand("citeshelf.copyLink", { id });
		const link = await vscode.env.clipboard.readText();
		ok(
			/^\[Filiot et al\. \(2024\): Phikon-v2.*\]\(https:\/\/doi\.org\/10\.48550\/arXiv\.2409\.09173\)$/.test(
				link,
			),
			link,
		);
	});

	test("a paper is copied as BibTeX and as a citation of the open document", async () => {
		const api = await activated();
		const id = await paperId(api, "MedS");
		await vscode.commands.executeCommand("citeshelf.copyBibtex", { id });
		const entry = await vscode.env.clipboard.readText();
		ok(entry.includes("eprint") && entry.includes("MedS$^3$"), entry);
		await openWithCursor("nine.md", "|");
		await vscode.commands.executeCommand("citeshelf.copyCitation", { id });
		equal(await vscode.env.clipboard.readText(), "[@jiang2025meds3]");
	});
});
