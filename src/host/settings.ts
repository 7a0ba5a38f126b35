// Reading the settings: when needed, never kept.

import * as vscode from "vscode";
import { defaultSettings, type Settings } from "../core/contributions";

const section = "citeshelf";

/** The value of a setting for a file or folder; a value of the wrong type counts as not set. */
export function setting<K extends keyof Settings>(name: K, scope?: vscode.Uri): Settings[K] {
	const value = vscode.workspace.getConfiguration(section, scope).get<unknown>(name);
	return isOfKind(value, defaultSettings[name]) ? (value as Settings[K]) : defaultSettings[name];
}

/** Calls the listener when one of these settings changes anywhere. */
export function onDidChangeSetting(names: readonly (keyof Settings)[], listener: () => void): vscode.Disposable {
	return vscode.workspace.onDidChangeConfiguration(event => {
		if (names.some(name => event.affectsConfiguration(`${section}.${name}`))) listener();
	});
}

function isOfKind(value: unknown, example: unknown): boolean {
	if (Array.isArray(example)) return Array.isArray(value) && value.every(item => typeof item === "string");
	return typeof value === typeof example;
}
