// Runs the integration tests inside an extension host. `esbuild.js --tests` bundles this file with every `*.test.ts` of
// this folder; mocha's browser build serves the Node host and the web-worker host alike.
import "mocha/mocha.js";

// A plain tick instead of the browser build's emoji.
Mocha.reporters.Base.symbols.ok = "✔";
mocha.setup({ ui: "tdd", reporter: "spec", timeout: 20_000, color: false });

/** What VS Code calls once the extension under test can be used: rejects when a test failed. */
export async function run(): Promise<void> {
	const failed = await new Promise<number>(resolve => {
		let passed = 0;
		// The browser build's own `run` reads options from an address, which an extension host does not have.
		const runTests = (Mocha.prototype as typeof mocha).run.bind(mocha);
		// The lines between this and the last one are what the terminal shows (test/host/hostLog.ts).
		console.log(`Citeshelf tests begin in ${"importScripts" in globalThis ? "web worker" : "Node"}`);
		const runner = runTests(failures => {
			console.log(`${passed} passed, ${failures} failed`);
			resolve(failures);
		});
		runner.on("pass", () => passed++);
	});
	if (failed > 0) throw new Error(`${failed} failed`);
}
