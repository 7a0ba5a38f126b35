// Papers that are dropped into a manuscript become citations, and so does a pasted DOI, arXiv identifier or address of a
// paper of the shelf when the person chooses that.

import * as vscode from "vscode";
import { placeAt } from "../core/citations/citations";
import { papersMime } from "../core/contributions";
import { allIds, findArxiv, findDoi } from "../core/identity";
import type { Paper, TextRange } from "../core/paper";
import { authorYear } from "../core/render";
import { guarded } from "../host/commands";
import { sourceOf } from "../host/texts";
import { changeOf, onceChanged } from "./applyCitation";
import { planCitation, told, type CitePlan } from "./cite";
import type { CitingNeeds } from "./citing";
import { citableDocuments } from "./target";

const kind = vscode.DocumentDropOrPasteEditKind.Text.append("citeshelf", "citation");

/** Longer texts are no identifier of a paper. */
const longestIdentifier = 300;

export type DropAndPasteNeeds = Pick<CitingNeeds, "library" | "log" | "choices" | "offerRecords">;

export function registerDropAndPaste(needs: DropAndPasteNeeds): vscode.Disposable {
	const selector = citableDocuments();
	return vscode.Disposable.from(
		vscode.languages.registerDocumentDropEditProvider(selector, new CitationDrop(needs), {
			providedDropEditKinds: [kind],
			dropMimeTypes: [papersMime],
		}),
		vscode.languages.registerDocumentPasteEditProvider(selector, new CitationPaste(needs), {
			providedPasteEditKinds: [kind],
			pasteMimeTypes: ["text/plain"],
		}),
	);
}

class CitationDrop implements vscode.DocumentDropEditProvider {
	constructor(private readonly needs: DropAndPasteNeeds) {}

	async provideDocumentDropEdits(
		document: vscode.TextDocument,
		position: vscode.Position,
		data: vscode.DataTransfer,
	): Promise<vscode.DocumentDropEdit | undefined> {
		const ids = idsIn(await data.get(papersMime)?.asString());
		const offset = document.offsetAt(position);
		const plan = await planFor(this.needs, document, ids, { start: offset, end: offset });
		if (!plan) return undefined;
		const edit = new vscode.DocumentDropEdit("", citeTitle(plan.papers), kind);
		edit.additionalEdit = handedOver(plan, this.needs);
		return edit;
	}
}

/** A paste that becomes a citation when it is chosen. */
class CitationPasteEdit extends vscode.DocumentPasteEdit {
	constructor(
		readonly paper: Paper,
		readonly document: vscode.TextDocument,
		readonly place: TextRange,
		text: string,
	) {
		super(text, citeTitle([paper]), kind);
		// An address is pasted as it is unless the person chooses otherwise.
		this.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
	}
}

class CitationPaste implements vscode.DocumentPasteEditProvider<CitationPasteEdit> {
	constructor(private readonly needs: DropAndPasteNeeds) {}

	async provideDocumentPasteEdits(
		document: vscode.TextDocument,
		ranges: readonly vscode.Range[],
		data: vscode.DataTransfer,
	): Promise<CitationPasteEdit[] | undefined> {
		const text = (await data.get("text/plain")?.asString()) ?? "";
		const { library } = this.needs;
		const ids = idsNamed(text);
		const [range] = ranges;
		if (ids.length === 0 || !range || ranges.length > 1) return undefined;
		if (library.papers.size === 0) await library.whenIndexed();
		const paper = ids.flatMap(id => library.paper(id) ?? [])[0];
		const place = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
		if (!paper || !isCitablePlace(document, place)) return undefined;
		return [new CitationPasteEdit(paper, document, place, text)];
	}

	/** Works the citation out once it was chosen: before, nobody is asked anything. */
	async resolveDocumentPasteEdit(edit: CitationPasteEdit): Promise<CitationPasteEdit> {
		const plan = await planFor(this.needs, edit.document, [edit.paper.id], edit.place);
		// Without a plan the text stays what is pasted.
		if (!plan) return edit;
		edit.insertText = "";
		edit.additionalEdit = handedOver(plan, this.needs);
		return edit;
	}
}

/** The ids of the paper that a text names by an identifier or address, and nothing beside. */
function idsNamed(text: string): readonly string[] {
	const trimmed = text.trim();
	const bare = trimmed.replace(/^(?:doi|arxiv|pmid):\s*/i, "");
	if (trimmed === "" || trimmed.length > longestIdentifier || /\s/.test(bare)) return [];
	const pmid = /^(?:pmid:|https?:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/)\s*(\d{1,8})\/?$/i.exec(trimmed)?.[1];
	const identifiers = { doi: findDoi(trimmed), arxiv: findArxiv(trimmed), pmid, title: "" };
	return allIds(identifiers).filter(id => !id.startsWith("title:"));
}

/** A plan to cite at a place where a citation is one; nothing elsewhere, or when it cannot be made. */
async function planFor(
	{ library, log, choices }: DropAndPasteNeeds,
	document: vscode.TextDocument,
	ids: readonly string[],
	place: TextRange,
): Promise<CitePlan | undefined> {
	if (ids.length === 0 || !isCitablePlace(document, place)) return undefined;
	const plan = await guarded(log, () => planCitation(library, document, { ids, places: [place], choices }));
	return plan === "outdated" ? undefined : plan;
}

/** The edit of a plan for the editor to carry out; once it has, the records of what was cited are offered. */
function handedOver(plan: CitePlan, { log, offerRecords }: DropAndPasteNeeds): vscode.WorkspaceEdit {
	onceChanged(plan, () => void guarded(log, async () => offerRecords(await told(plan))));
	return changeOf(plan);
}

function isCitablePlace(document: vscode.TextDocument, { end }: TextRange): boolean {
	const place = placeAt(sourceOf(document), end);
	return place === "text" || place === "citation";
}

function citeTitle(papers: readonly Paper[]): string {
	return vscode.l10n.t("Cite {0}", papers.map(paper => authorYear(paper) || paper.title).join(", "));
}

function idsIn(text: string | undefined): readonly string[] {
	try {
		const ids: unknown = JSON.parse(text ?? "[]");
		return Array.isArray(ids) ? ids.filter(id => typeof id === "string") : [];
	} catch {
		return [];
	}
}
