// Papers from an address of the web: asked for, fetched once, never by itself.

import * as vscode from "vscode";
import { UserError } from "../../../host/errors";
import { FetchError, fetchBytes, isHttps, type FetchFailure } from "../../../host/fetchBytes";
import type { Draft } from "./draft";

/** Asks for an address; `undefined` when the person gave up. */
export async function askAddress(value = ""): Promise<string | undefined> {
	const address = await vscode.window.showInputBox({
		title: vscode.l10n.t("Add papers from a web address"),
		prompt: vscode.l10n.t("It is fetched once, now: a listing, a feed, or an answer of a catalogue"),
		placeHolder: "https://",
		value,
		ignoreFocusOut: true,
		validateInput: text =>
			isHttps(text) || text.trim() === ""
				? undefined
				: vscode.l10n.t("An address that begins with https:// is needed"),
	});
	return address?.trim() === "" ? undefined : address?.trim();
}

/** The digest at an address; it is fetched when it is read. */
export function addressDraft(address: string): Draft {
	return {
		name: address,
		label: address.replace(/^https:\/\/(?:www\.)?/, ""),
		read: async signal => {
			try {
				return (await fetchBytes(address, { signal })).content;
			} catch (error) {
				if (!(error instanceof FetchError)) throw error;
				if (error.failure.kind === "cancelled") throw new vscode.CancellationError();
				throw new UserError(failureText(error.failure));
			}
		},
	};
}

function failureText(failure: Exclude<FetchFailure, { kind: "cancelled" }>): string {
	switch (failure.kind) {
		case "not-https":
			return vscode.l10n.t(
				"Only addresses that begin with https:// are fetched, also where one leads to another.",
			);
		case "local":
			return vscode.l10n.t("This address leads into your own network, which no site may ask for.");
		case "elsewhere":
			return vscode.l10n.t("This address leads to {0}, which was not asked for.", failure.host);
		case "status":
			return failure.status === 404
				? vscode.l10n.t("There is nothing at this address (404).")
				: vscode.l10n.t("The site refused: {0}", `${failure.status} ${failure.text}`.trim());
		case "too-large":
			return vscode.l10n.t(
				"It is larger than {0} MB. Save it, and add a part of it as a file.",
				failure.megabytes,
			);
		case "too-slow":
			return vscode.l10n.t("The site did not answer in full within {0} seconds.", failure.seconds);
		case "unreachable":
			// In the browser's own extension host a site decides whether its pages may be read.
			return typeof Worker === "function"
				? vscode.l10n.t("Not reached ({0}). Offline? Or save the page and add its file.", failure.reason)
				: vscode.l10n.t("Not reached ({0}). Offline?", failure.reason);
	}
}
