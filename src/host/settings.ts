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
	if (typeof example === "object") return isRecordOfTexts(value);
	return typeof value === typeof example;
}

function isRecordOfTexts(value: unknown): boolean {
	const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
	return isRecord && Object.values(value).every(item => typeof item === "string");
}

/** Changes a setting: where it is set in the workspace, else where the person has it. */
export async function updateSetting<K extends keyof Settings>(name: K, value: Settings[K]): Promise<void> {
	const configuration = vscode.workspace.getConfiguration(section);
	const isShared = configuration.inspect(name)?.workspaceValue !== undefined;
	const target = isShared ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
	await configuration.update(name, value, target);
}

/** The settings that hold texts by names. */
type RecordSetting = "savedSearches";

/**
 * Changes values of a setting that holds texts by names; `undefined` takes one away. All are changed where one of them
 * is set in the workspace, else where the person has them.
 */
export async function updateRecord(
	name: RecordSetting,
	changes: Readonly<Record<string, string | undefined>>,
): Promise<void> {
	const configuration = vscode.workspace.getConfiguration(section);
	const { workspaceValue, globalValue } = configuration.inspect<Readonly<Record<string, unknown>>>(name) ?? {};
	const isShared = Object.keys(changes).some(
		key => workspaceValue !== undefined && Object.hasOwn(workspaceValue, key),
	);
	const values = new Map(Object.entries({ ...(isShared ? workspaceValue : globalValue) }));
	for (const [key, value] of Object.entries(changes)) {
		if (value === undefined) values.delete(key);
		else values.set(key, value);
	}
	const target = isShared ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
	await configuration.update(name, Object.fromEntries(values), target);
}
