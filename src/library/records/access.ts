// Whether catalogues may be asked, which, and who they are told asks: settings, what the person agreed to, and their keys.
// A workspace has no say in it: the settings are the person's own, and in Restricted Mode nobody is asked.

import * as vscode from "vscode";
import type { CatalogueName } from "../../core/metadata/catalogue";
import { isCatalogueName, listed, type Asker } from "../../core/metadata/directory";
import { UserError } from "../../host/errors";
import { setting } from "../../host/settings";

const agreedKey = "catalogues.agreed";

const secretName = (name: CatalogueName) => `catalogues.key.${name}`;

export class CatalogueAccess {
	readonly #memento: vscode.Memento;
	readonly #secrets: vscode.SecretStorage;

	constructor(memento: vscode.Memento, secrets: vscode.SecretStorage) {
		this.#memento = memento;
		this.#secrets = secrets;
	}

	/** The catalogues of the setting, in its order, each once. */
	get names(): readonly CatalogueName[] {
		return [...new Set(setting("catalogues").filter(isCatalogueName))];
	}

	/** Whether the person has agreed that catalogues are asked. */
	get isAgreed(): boolean {
		return this.#memento.get<unknown>(agreedKey) === true;
	}

	async agree(isAgreed: boolean): Promise<void> {
		await this.#memento.update(agreedKey, isAgreed ? true : undefined);
	}

	/** Throws a `UserError` where no catalogue may be asked, whatever the person agreed to. */
	check(): void {
		if (!vscode.workspace.isTrusted) {
			const text = vscode.l10n.t("In Restricted Mode no catalogue is asked. Nothing was sent.");
			const title = vscode.l10n.t("Manage trust");
			throw new UserError(text, [{ title, run: () => vscode.commands.executeCommand("workbench.trust.manage") }]);
		}
		if (this.names.length > 0) return;
		const title = vscode.l10n.t("Open settings");
		const open = () => vscode.commands.executeCommand("workbench.action.openSettings", "citeshelf.catalogues");
		throw new UserError(vscode.l10n.t("The setting citeshelf.catalogues names no catalogue to ask."), [
			{ title, run: open },
		]);
	}

	/** Who asks, for each catalogue. */
	async askers(): Promise<ReadonlyMap<CatalogueName, Asker>> {
		const contact = setting("contact").trim();
		const askers = this.names.map(async (name): Promise<readonly [CatalogueName, Asker]> => {
			const key = await this.key(name);
			return [name, { ...(isAddress(contact) && { contact }), ...(key !== undefined && { key }) }];
		});
		return new Map(await Promise.all(askers));
	}

	/** The key of a catalogue; none of one that takes no keys. */
	async key(name: CatalogueName): Promise<string | undefined> {
		if (!listed(name).key) return undefined;
		const key = await this.#secrets.get(secretName(name));
		return key === "" ? undefined : key;
	}

	/** Keeps a key, or forgets it. */
	async setKey(name: CatalogueName, key: string | undefined): Promise<void> {
		if (key === undefined) await this.#secrets.delete(secretName(name));
		else await this.#secrets.store(secretName(name), key);
	}
}

/** Whether a text may be an e-mail address: what is none is told to nobody. */
function isAddress(text: string): boolean {
	return /^[^\s@<>"]{1,64}@[^\s@<>"]{1,255}$/.test(text);
}
