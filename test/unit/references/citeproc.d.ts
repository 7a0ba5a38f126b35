// What the tests use of citeproc-js, which has no types of its own.
declare module "citeproc" {
	interface System {
		retrieveLocale(language: string): string;
		retrieveItem(id: string): unknown;
	}
	interface Engine {
		updateItems(ids: readonly string[]): void;
		makeBibliography(): [unknown, readonly string[]];
	}
	const CSL: { readonly Engine: new (system: System, style: string, language?: string) => Engine };
	export = CSL;
}
