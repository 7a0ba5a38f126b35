// Findings and fixes in words, in the language of the editor.

import * as vscode from "vscode";
import type { Said } from "../../../core/checks/finding";
import { messageSentence } from "../../../core/checks/messages";

export function sentence({ message, args }: Said): string {
	return vscode.l10n.t(messageSentence(message), ...args);
}
