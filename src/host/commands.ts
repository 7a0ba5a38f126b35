// Registering commands: the one place where what a command throws is caught, shown or logged.

import * as vscode from "vscode";
import type { commands } from "../core/contributions";
import { asWritten } from "./asWritten";
import { UserError } from "./errors";

export type CommandId = (typeof commands)[keyof typeof commands];

/** Registers a command whose errors reach the person (`UserError`) or the log (anything else). */
export function register(
	id: CommandId,
	log: vscode.LogOutputChannel,
	run: (...args: readonly unknown[]) => unknown,
): vscode.Disposable {
	return vscode.commands.registerCommand(id, (...args: unknown[]) => guarded(log, () => run(...args)));
}

/** Runs something; an error in it is shown or logged, and the answer is then `undefined`. */
export async function guarded<T>(log: vscode.LogOutputChannel, run: () => T): Promise<Awaited<T> | undefined> {
	try {
		return await run();
	} catch (error) {
		if (!(error instanceof vscode.CancellationError)) void report(error, log);
		return undefined;
	}
}

/** Shows an error that is meant for people; logs any other, says so, and offers the log. */
export async function report(error: unknown, log: vscode.LogOutputChannel): Promise<void> {
	if (error instanceof UserError) {
		log.warn(error.message);
		const titles = error.remedies.map(({ title }) => title);
		const chosen = await vscode.window.showErrorMessage(asWritten(error.message), ...titles);
		await error.remedies.find(({ title }) => title === chosen)?.run();
		return;
	}
	log.error(error instanceof Error ? error : String(error));
	const showLog = vscode.l10n.t("Show log");
	const text = asWritten(error instanceof Error ? error.message : String(error));
	const chosen = await vscode.window.showErrorMessage(vscode.l10n.t("Citeshelf: {0}", text), showLog);
	if (chosen === showLog) log.show();
}
