// Types find the bugs of extensions (floating promises, missing cases); the import rules keep the layers of the design.
import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

/** The folders of `src` in the order in which they may import: each sees the ones named beside it, and itself. */
const layers = {
	core: [],
	engine: ["core"],
	host: ["core"],
	library: ["core", "engine", "host"],
	views: ["core", "host", "library"],
	editor: ["core", "host", "library"],
	agents: ["core", "host", "library"],
	cli: ["core"],
};

/** Forbids imports of every other layer, and of `vscode` in the layers that must not know the editor. */
function layer(name) {
	const others = Object.keys(layers).filter(other => other !== name && !layers[name].includes(other));
	const patterns = [
		{ regex: `^(\\.\\./)+(${others.join("|")})(/|$)`, message: `${name} must not import this layer (DESIGN.md).` },
		{ regex: "extension$", message: "Nothing imports the composition root." },
	];
	const paths = ["core", "engine", "cli"].includes(name)
		? [{ name: "vscode", message: `${name} must not know the editor.` }]
		: [];
	return {
		files: [`src/${name}/**/*.ts`],
		rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns, paths }] },
	};
}

export default tseslint.config(
	{ ignores: ["dist/**", ".vscode-test/**", "node_modules/**"] },
	eslint.configs.recommended,
	{
		files: ["**/*.ts"],
		extends: [tseslint.configs.strictTypeChecked],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			"@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
			"@typescript-eslint/switch-exhaustiveness-check": "error",
			"@typescript-eslint/consistent-type-imports": "error",
			"@typescript-eslint/no-confusing-void-expression": "off",
			"@typescript-eslint/no-unnecessary-condition": [
				"error",
				{ allowConstantLoopConditions: "only-allowed-literals" },
			],
			"@typescript-eslint/no-non-null-assertion": "error",
			"max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
			"max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
			"max-params": ["error", 4],
			"no-console": "error",
			eqeqeq: "error",
		},
	},
	...Object.keys(layers).map(layer),
	{
		files: ["src/core/**/*.ts", "src/engine/worker.ts"],
		rules: {
			"no-restricted-globals": [
				"error",
				"fetch",
				"XMLHttpRequest",
				"WebSocket",
				"importScripts",
				"indexedDB",
				"caches",
			],
		},
	},
	{
		files: ["media/**/*.ts"],
		rules: {
			"@typescript-eslint/no-restricted-imports": [
				"error",
				{
					patterns: [
						{
							regex: "src/(?!core/(protocol|map/(protocol|mapLabels|view/)))",
							message: "A page knows its protocol, and how its map is drawn.",
						},
					],
				},
			],
		},
	},
	{
		files: ["test/**/*.ts"],
		rules: {
			"no-console": "off",
			"max-lines-per-function": "off",
			"@typescript-eslint/no-floating-promises": ["error", { allowForKnownSafeCalls: ["test", "suite"] }],
		},
	},
	{
		files: ["*.js", "*.mjs", "test/**/*.mjs"],
		languageOptions: {
			globals: {
				require: "readonly",
				process: "readonly",
				console: "readonly",
				module: "writable",
				__dirname: "readonly",
			},
		},
	},
);
