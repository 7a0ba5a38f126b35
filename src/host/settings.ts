// Reading the settings: when needed, never kept.

import * as vscode from "vscode";
import { defaultSettings, type Settings } from "../core/contributions";

const section = "citeshelf";

/** The value of a setting for a file or folder; a value of the wrong type counts as not set. */
export function setting<K extends keyof Settings>(name: K, scope?: vscode.Uri): Settings[K] {
	const value = vscode.workspace.getConfiguration(section, scope).get<unknown>(name);
	return isOfKind(name, value) ? (value as Settings[K]) : defaultSettings[name];
}

/** Calls the listener when one of these settings changes anywhere. */
export function onDidChangeSetting(names: readonly (keyof Settings)[], listener: () => void): vscode.Disposable {
	return vscode.workspace.onDidChangeConfiguration(event => {
		if (names.some(name => event.affectsConfiguration(`${section}.${name}`))) listener();
	});
}

/** Settings of which only what is understood counts, entry by entry. */
const lenient: ReadonlySet<keyof Settings> = new Set(["topics"] as const);

function isOfKind(name: keyof Settings, value: unknown): boolean {
	const example: unknown = defaultSettings[name];
	if (Array.isArray(example)) return Array.isArray(value) && value.every(item => typeof item === "string");
	if (typeof example === "object") return lenient.has(name) ? isRecord(value) : isRecordOfTexts(value);
	return typeof value === typeof example;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRecordOfTexts(value: unknown): boolean {
	return isRecord(value) && Object.values(value).every(item => typeof item === "string");
}

/** Changes a setting: where it is set in the workspace, else where the person has it. */
export async function updateSetting<K extends keyof Settings>(name: K, value: Settings[K]): Promise<void> {
	const configuration = vscode.workspace.getConfiguration(section);
	const isShared = configuration.inspect(name)?.workspaceValue !== undefined;
	const target = isShared ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
	await configuration.update(name, value, target);
}

/** The settings that hold values by names. */
type RecordSetting = "savedSearches" | "topics";

/**
 * Changes values of a setting that holds values by names; `undefined` takes one away. All are changed where one of them
 * is set in the workspace, or where the setting belongs to one (topics do), else where the person has them.
 */
export async function updateRecord(
	name: RecordSetting,
	changes: Readonly<Record<string, object | string | undefined>>,
): Promise<void> {
	const configuration = vscode.workspace.getConfiguration(section);
	const { workspaceValue, globalValue } = configuration.inspect<Readonly<Record<string, unknown>>>(name) ?? {};
	const isOfWorkspace = name === "topics" && vscode.workspace.workspaceFolders !== undefined;
	const isShared =
		isOfWorkspace ||
		Object.keys(changes).some(key => workspaceValue !== undefined && Object.hasOwn(workspaceValue, key));
	const values = new Map(Object.entries({ ...(isShared ? workspaceValue : globalValue) }));
	for (const [key, value] of Object.entries(changes)) {
		if (value === undefined) values.delete(key);
		else values.set(key, value);
	}
	const target = isShared ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
	await configuration.update(name, Object.fromEntries(values), target);
}
