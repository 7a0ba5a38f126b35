// The groups of the shelf, as the engine made them last for the tree.

import * as vscode from "vscode";
import { englishGroupLabels, type Arrangement, type GroupLabels } from "../../core/grouping/group";
import { noGroups, type GroupTable } from "../../core/grouping/table";
import type { Library } from "../../library/library";

export class Groups {
	readonly #library: Library;
	#table: GroupTable = noGroups;
	#arrangement: Arrangement;
	/** Goes up with each grouping that is asked for: an answer that came late counts no more. */
	#run = 0;

	constructor(library: Library, arrangement: Arrangement) {
		this.#library = library;
		this.#arrangement = arrangement;
	}

	get table(): GroupTable {
		return this.#table;
	}

	/** How they are arranged. */
	get arrangement(): Arrangement {
		return this.#arrangement;
	}

	/** Asks for them anew; answers whether they came, and no later asking overtook this one. */
	async renew(arrangement: Arrangement): Promise<boolean> {
		const run = ++this.#run;
		const request = { ...arrangement, labels: groupLabels(), locale: vscode.env.language };
		const table = await this.#library.ask.grouped(request);
		if (run !== this.#run) return false;
		this.#table = table;
		this.#arrangement = arrangement;
		return true;
	}
}

let made: GroupLabels | undefined;

/** The words of groups in the editor's language. */
function groupLabels(): GroupLabels {
	return (made ??= Object.fromEntries(
		Object.entries(englishGroupLabels).map(([name, text]) => [name, vscode.l10n.t(text)]),
	) as GroupLabels);
}
