// Messages between the reading panel's page and the extension. This file must stay free of VS Code, Node and the DOM.
// The page sends ids and intents, never commands, paths or HTML; it says `ready` before anything is posted to it.

/** What the page shows. `html` comes from `renderPaper`, which escapes all text of a digest. */
export type ToPage =
	| { readonly type: "paper"; readonly id: string; readonly html: string; readonly title: string }
	| { readonly type: "state"; readonly state: "loading" | "gone" | "empty"; readonly message: string };

/** What a reader asks for. */
export type FromPage =
	| { readonly type: "ready"; readonly id?: string }
	| { readonly type: "action"; readonly action: PageAction }
	| { readonly type: "open"; readonly id: string }
	| { readonly type: "topic"; readonly label: string }
	| { readonly type: "tag"; readonly tag: string }
	| { readonly type: "link"; readonly url: string };

export const pageActions = [
	...(["cite", "copyCitation", "copyBibtex", "openOnline", "next", "previous"] as const),
	...(["read", "star", "later", "done", "hide", "note", "tags", "completeRecord"] as const),
] as const;
export type PageAction = (typeof pageActions)[number];

/** Whether a message that came from the page has one of the agreed shapes. */
export function isFromPage(message: unknown): message is FromPage {
	if (typeof message !== "object" || message === null || !("type" in message)) return false;
	const fields = message as Record<string, unknown>;
	switch (fields["type"]) {
		case "ready":
			return fields["id"] === undefined || typeof fields["id"] === "string";
		case "action":
			return pageActions.some(action => action === fields["action"]);
		case "open":
			return typeof fields["id"] === "string";
		case "topic":
			return typeof fields["label"] === "string";
		case "tag":
			return typeof fields["tag"] === "string";
		case "link":
			return typeof fields["url"] === "string" && fields["url"].startsWith("https://");
		default:
			return false;
	}
}

/** Whether a message that came to the page has one of the agreed shapes. */
export function isToPage(message: unknown): message is ToPage {
	if (typeof message !== "object" || message === null || !("type" in message)) return false;
	const fields = message as Record<string, unknown>;
	const texts = fields["type"] === "paper" ? ["id", "html", "title"] : ["state", "message"];
	return ["paper", "state"].includes(String(fields["type"])) && texts.every(key => typeof fields[key] === "string");
}
