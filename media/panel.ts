// The reading panel's page: shows the HTML that the extension sends, and reports what the reader asks for by ids and
// intents. It knows the protocol alone.

import { isToPage, pageActions, type FromPage, type PageAction, type ToPage } from "../src/core/protocol";

declare function acquireVsCodeApi(): {
	postMessage(message: FromPage): void;
	getState(): unknown;
	setState(state: { readonly id: string }): void;
};

const vscode = acquireVsCodeApi();
const page = element("page");
const announcement = element("announcement");
const keys = element("keys") as HTMLDialogElement;

window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
	if (isToPage(data)) show(data);
});
// Before the editor's own listener, which would follow a link as well.
document.addEventListener("click", onClick, { capture: true });
document.addEventListener("keydown", onKeyDown);
vscode.postMessage(ready(vscode.getState()));

function show(message: ToPage): void {
	if (message.type === "state") {
		const hadFocus = page.contains(document.activeElement);
		page.replaceChildren(stateText(message.message, message.state === "loading"));
		if (hadFocus) page.focus();
		announcement.textContent = message.message;
		return;
	}
	const isSamePaper = page.dataset["paper"] === message.id;
	const focused = focusedAction();
	page.innerHTML = message.html;
	page.dataset["paper"] = message.id;
	vscode.setState({ id: message.id });
	focused?.focus({ preventScroll: true });
	if (isSamePaper) return;
	window.scrollTo(0, 0);
	announcement.textContent = message.title;
}

/** After a change of paper, the button that had the focus, so that one can go on pressing it. */
function focusedAction(): { focus(options: FocusOptions): void } | undefined {
	const focused = document.activeElement;
	if (!(focused instanceof HTMLElement) || !page.contains(focused)) return undefined;
	const action = focused.dataset["action"];
	return {
		focus: options => {
			const again = action === undefined ? undefined : button(action);
			(again ?? page).focus(options);
		},
	};
}

function stateText(message: string, isBusy: boolean): HTMLElement {
	const text = document.createElement("h1");
	text.className = "state";
	text.textContent = message;
	if (isBusy) text.setAttribute("aria-busy", "true");
	delete page.dataset["paper"];
	return text;
}

function onClick(event: MouseEvent): void {
	const target = event.target instanceof Element ? event.target.closest<HTMLElement>("a, button") : undefined;
	if (!target) return;
	if (target instanceof HTMLAnchorElement) {
		event.preventDefault();
		event.stopPropagation();
		if (target.protocol === "https:") vscode.postMessage({ type: "link", url: target.href });
		return;
	}
	const { action, topic, tag, open, close } = target.dataset;
	if (action !== undefined) act(action);
	if (topic !== undefined) vscode.postMessage({ type: "topic", label: topic });
	if (tag !== undefined) vscode.postMessage({ type: "tag", tag });
	if (open !== undefined) vscode.postMessage({ type: "open", id: open });
	if (close !== undefined) keys.close();
}

function onKeyDown(event: KeyboardEvent): void {
	if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || keys.open) return;
	if (event.key === "?") {
		event.preventDefault();
		keys.showModal();
		return;
	}
	if (event.shiftKey) return;
	const found = [...document.querySelectorAll<HTMLElement>("[data-action]")].find(candidate =>
		candidate.getAttribute("aria-keyshortcuts")?.split(" ").includes(event.key),
	);
	const action = found?.dataset["action"];
	if (action === undefined) return;
	event.preventDefault();
	if (!event.repeat || action === "next" || action === "previous") act(action);
}

function act(name: string): void {
	const action = pageActions.find((known): known is PageAction => known === name);
	const isDisabled = button(name)?.getAttribute("aria-disabled") === "true";
	if (action !== undefined && !isDisabled) vscode.postMessage({ type: "action", action });
}

function button(action: string): HTMLElement | undefined {
	return document.querySelector<HTMLElement>(`[data-action="${CSS.escape(action)}"]`) ?? undefined;
}

function ready(state: unknown): FromPage {
	const id = typeof state === "object" && state !== null && "id" in state ? state.id : undefined;
	return typeof id === "string" ? { type: "ready", id } : { type: "ready" };
}

function element(id: string): HTMLElement {
	const found = document.getElementById(id);
	if (!found) throw new Error(`The page has no element ${id}.`);
	return found;
}
