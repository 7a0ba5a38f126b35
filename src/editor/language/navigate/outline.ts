// A .bib file in the editor: its outline, folds, links, and what a selection grows to.

import * as vscode from "vscode";
import { foldWidth, type LinkRow, type OutlineRow } from "../../../core/navigation/answers";
import { folderOf } from "../../../host/files";
import type { Projects } from "../../../library/projects";
import { bibtexDocuments, serves, toRange } from "./asking";

/** Rows in one message: more would keep the editor's thread busy while they are unpacked. */
const pageSize = 1000;

export function registerOutline(projects: Projects): vscode.Disposable {
	const { languages } = vscode;
	return vscode.Disposable.from(
		languages.registerDocumentSymbolProvider(
			bibtexDocuments,
			{
				provideDocumentSymbols: async (document, token) => {
					if (!serves("outline", document)) return undefined;
					const rows = await allPages(page => projects.ask("outline", document, page, token));
					return rows.map(symbolOf);
				},
			},
			{ label: vscode.l10n.t("Bibliography") },
		),
		languages.registerFoldingRangeProvider(bibtexDocuments, {
			provideFoldingRanges: async (document, _context, token) => {
				if (!serves("folding", document)) return undefined;
				return foldsOf(await projects.ask("folds", document, {}, token));
			},
		}),
		languages.registerDocumentLinkProvider(bibtexDocuments, {
			provideDocumentLinks: async (document, token) => {
				if (!serves("links", document)) return undefined;
				const rows = await allPages(page => projects.ask("links", document, page, token));
				return rows.map(row => linkOf(row, document.uri));
			},
		}),
		languages.registerSelectionRangeProvider(bibtexDocuments, {
			provideSelectionRanges: async (document, positions, token) => {
				const offsets = positions.map(position => document.offsetAt(position));
				const found = serves("outline", document)
					? await projects.ask("selections", document, { offsets }, token)
					: undefined;
				return found?.map((ranges, i) => selectionOf(document, ranges, positions[i]));
			},
		}),
	);
}

/** All rows of a list that comes in pages. */
async function allPages<T>(
	ask: (page: { readonly start: number; readonly count: number }) => Promise<readonly T[] | undefined>,
): Promise<readonly T[]> {
	const rows: T[] = [];
	for (;;) {
		const page = (await ask({ start: rows.length, count: pageSize })) ?? [];
		rows.push(...page);
		if (page.length < pageSize) return rows;
	}
}

function symbolOf({ name, detail, type, nameAt, ...range }: OutlineRow): vscode.DocumentSymbol {
	return new vscode.DocumentSymbol(name, detail, symbolKind(type), toRange(range), toRange(nameAt));
}

function symbolKind(type: string): vscode.SymbolKind {
	const { SymbolKind } = vscode;
	if (type === "string") return SymbolKind.Constant;
	if (/^article/.test(type) || type === "paper-conference") return SymbolKind.File;
	if (type === "book" || type === "report" || type === "thesis") return SymbolKind.Package;
	if (type === "chapter" || type.startsWith("entry")) return SymbolKind.Module;
	return type === "dataset" || type === "software" ? SymbolKind.Object : SymbolKind.Field;
}

function foldsOf(numbers: Uint32Array | undefined): vscode.FoldingRange[] | undefined {
	if (!numbers) return undefined;
	return Array.from({ length: numbers.length / foldWidth }, (_, i) => {
		const [first = 0, last = 0, isComment] = numbers.subarray(i * foldWidth, (i + 1) * foldWidth);
		return new vscode.FoldingRange(first, last, isComment === 1 ? vscode.FoldingRangeKind.Comment : undefined);
	});
}

function linkOf({ kind, target, ...range }: LinkRow, bibliography: vscode.Uri): vscode.DocumentLink {
	const uri = kind === "web" ? vscode.Uri.parse(target, true) : fileAt(target, bibliography);
	return new vscode.DocumentLink(toRange(range), uri);
}

/** A file that an entry names: from the folder of the bibliography unless its path is absolute. */
function fileAt(path: string, bibliography: vscode.Uri): vscode.Uri {
	const slashed = path.replace(/\\+/g, "/");
	if (/^[A-Za-z]:\//.test(slashed)) return vscode.Uri.file(slashed);
	return slashed.startsWith("/")
		? bibliography.with({ path: slashed })
		: vscode.Uri.joinPath(folderOf(bibliography), slashed);
}

function selectionOf(
	document: vscode.TextDocument,
	ranges: readonly { readonly start: number; readonly end: number }[],
	position: vscode.Position = new vscode.Position(0, 0),
): vscode.SelectionRange {
	const outward = [...ranges].reverse();
	const whole = outward.reduce<vscode.SelectionRange | undefined>((parent, { start, end }) => {
		const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
		return new vscode.SelectionRange(range, parent);
	}, undefined);
	return whole ?? new vscode.SelectionRange(new vscode.Range(position, position));
}
