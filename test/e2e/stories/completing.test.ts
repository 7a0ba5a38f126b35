// Citing by typing: words in a citation find a paper, and accepting it changes text and bibliography in one step.
import { story } from "../story";

story("words typed in a citation become a paper of the shelf with its entry, undone in one step", async editor => {
	const bibliography = editor.read("refs.bib");
	await editor.shelf.open();
	await editor.open("main.tex");
	await editor.cursorBehind("at a larger scale");
	await editor.type(" \\cite{hidden strat");
	const row = editor.suggestions.filter({ hasText: "Hidden Stratification" });
	await row.waitFor();
	await editor.press("Enter");
	await editor.status(/Cited Oakden-Rayner/).waitFor();
	await editor.saveAll();
	// The editor closes the brace when it knows the language's brackets by then.
	await editor.fileBecomes("main.tex", text => /scale \\cite\{oakdenrayner2019hidden\}?\./.test(text));
	await editor.fileBecomes("refs.bib", text => text.includes("{oakdenrayner2019hidden,"));
	await editor.open("main.tex");
	await editor.undo();
	await editor.unsavedTab("refs.bib").waitFor();
	await editor.saveAll();
	await editor.fileBecomes("refs.bib", text => text === bibliography);
	await editor.fileBecomes("main.tex", text => /scale \\cite\{hidden strat\}?\./.test(text));
});
