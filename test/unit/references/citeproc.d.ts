// What the tests use of citeproc-js, which has no types of its own.
declare module "citeproc" {
	interface System {
		retrieveLocale(language: string): string;
		retrieveItem(id: string): unknown;
	}
	class Engine {
		constructor(system: System, style: string, language?: string);
		updateItems(ids: readonly string[]): void;
		makeBibliography(): [unknown, readonly string[]];
		makeCitationCluster(cites: readonly unknown[]): string;
	}
	const CSL: { readonly Engine: typeof Engine };
	export = CSL;
}
