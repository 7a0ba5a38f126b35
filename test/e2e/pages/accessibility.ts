// What axe finds wrong in a document.
import axe from "axe-core";
import type { Frame, Page } from "playwright-core";

/** The rules of axe that a page or a frame of it breaks, each with the elements that do. */
export async function accessibilityFaults(document: Page | Frame): Promise<string[]> {
	// As an expression of the debugger, since the reading panel's policy forbids any other script.
	await document.evaluate(axe.source);
	return document.evaluate(async () => {
		const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(globalThis.document);
		return violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html).join("\n")}`);
	});
}
