// Keys as the editor shows them: coloured by whether they are known, and with authors and year beside them on request.

import * as vscode from "vscode";
import { keyStateNames, keyStateWidth } from "../../../core/navigation/answers";
import { onDidChangeSetting, setting } from "../../../host/settings";
import type { Library } from "../../../library/library";
import { citableDocuments } from "../../target";
import { entryStyle } from "../../style";
import { serves } from "./asking";

const legend = new vscode.SemanticTokensLegend(
	["citationKey"],
	keyStateNames.filter(name => name !== "known"),
);

/** `changed` fires when keys may be known, or unknown, that were not before. */
export function registerKeys({ projects }: Library, changed: vscode.Event<void>): vscode.Disposable {
	const refreshed = new vscode.EventEmitter<void>();
	return vscode.Disposable.from(
		refreshed,
		changed(() => refreshed.fire()),
		onDidChangeSetting(["inlayHints", "semanticColours"], () => refreshed.fire()),
		vscode.languages.registerDocumentSemanticTokensProvider(
			citableDocuments(),
			{
				onDidChangeSemanticTokens: refreshed.event,
				provideDocumentSemanticTokens: async (document, token) => {
					if (!serves("semanticColours", document)) return undefined;
					const { pattern } = entryStyle(document.uri);
					const states = await projects.ask("keyStates", document, { pattern }, token);
					return states && tokensOf(states);
				},
			},
			legend,
		),
		vscode.languages.registerInlayHintsProvider(citableDocuments(), {
			onDidChangeInlayHints: refreshed.event,
			provideInlayHints: async (document, { start, end }, token) => {
				if (!setting("inlayHints", document.uri)) return undefined;
				const lines = { first: start.line, last: end.line };
				const labels = await projects.ask("keyLabels", document, lines, token);
				return labels?.map(({ label, line, column }) => {
					const hint = new vscode.InlayHint(new vscode.Position(line, column), label);
					hint.paddingLeft = true;
					return hint;
				});
			},
		}),
	);
}

function tokensOf(states: Uint32Array): vscode.SemanticTokens {
	const builder = new vscode.SemanticTokensBuilder(legend);
	for (let i = 0; i + keyStateWidth <= states.length; i += keyStateWidth) {
		const [line = 0, column = 0, length = 0, state = 0] = states.subarray(i, i + keyStateWidth);
		// The first state has no modifier, each of the others its own bit.
		builder.push(line, column, length, 0, state === 0 ? 0 : 1 << (state - 1));
	}
	return builder.build();
}
