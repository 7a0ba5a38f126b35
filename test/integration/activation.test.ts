// What must hold as soon as the extension has been activated, in either extension host.
import * as vscode from "vscode";
import { equal, ok } from "./assert";

/** What of the manifest these tests read. */
interface Manifest {
	readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

suite("activation", () => {
	test("the extension activates and returns its API", async () => {
		const api = await activate<{ apiVersion: number }>();
		equal(api.apiVersion, 1);
	});

	test("every declared command is registered", async () => {
		await activate();
		const manifest = extension().packageJSON as Manifest;
		const declared = manifest.contributes.commands.map(({ command }) => command);
		const registered = new Set(await vscode.commands.getCommands(true));
		equal(
			declared.filter(command => !registered.has(command)),
			[],
			"declared, but not registered",
		);
	});
});

function extension(): vscode.Extension<unknown> {
	const found = vscode.extensions.getExtension("citeshelf.citeshelf");
	ok(found, "VS Code does not know the extension");
	return found;
}

async function activate<T>(): Promise<T> {
	return (await extension().activate()) as T;
}
