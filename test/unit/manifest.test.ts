// The manifest and the code agree, in both directions.
import { deepEqual, equal, ok } from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digestExtensions } from "../../src/core/digestName";
import { commands, contextKeys, defaultSettings, views } from "../../src/core/contributions";

interface Command {
	readonly command: string;
	readonly title: string;
	readonly category?: string;
	readonly enablement?: string;
}

interface Placed {
	readonly command: string;
	/** The menu that an entry opens, which then has no command. */
	readonly submenu?: string;
	readonly when?: string;
	readonly key?: string;
}

interface Setting {
	readonly default: unknown;
	readonly markdownDescription?: string;
	readonly scope?: string;
}

interface Step {
	readonly id: string;
	readonly description: string;
	readonly media: Readonly<Record<string, string>>;
	readonly completionEvents?: readonly string[];
}

interface Manifest {
	readonly main: string;
	readonly browser: string;
	readonly icon: string;
	readonly engines: { readonly vscode: string };
	readonly devDependencies: Readonly<Record<string, string>>;
	readonly contributes: {
		readonly commands: readonly Command[];
		readonly menus: Readonly<Record<string, readonly Placed[]>>;
		readonly submenus: readonly { readonly id: string }[];
		readonly keybindings: readonly Placed[];
		readonly views: Readonly<Record<string, readonly { id: string; icon: string }[]>>;
		readonly viewsContainers: { readonly activitybar: readonly { id: string; icon: string }[] };
		readonly viewsWelcome: readonly { view: string; contents: string; when: string }[];
		readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
		readonly walkthroughs: readonly { id: string; steps: readonly Step[] }[];
	};
}

const root = join(__dirname, "../..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;
const { contributes } = manifest;
const declared = contributes.commands.map(({ command }) => command);
const inMenus = Object.values(contributes.menus).flat();
const placed = [...inMenus.filter(({ submenu }) => submenu === undefined), ...contributes.keybindings];

suite("manifest", () => {
	test("every command of the code is declared, and every declared command is in the code", () => {
		deepEqual([...declared].sort(), Object.values(commands).sort());
	});

	test("commands have the category and a title in sentence case", () => {
		for (const { command, title, category } of contributes.commands) {
			equal(category, "Citeshelf", command);
			ok(/^[A-Z][^A-Z]*(BibTeX|Citeshelf)?[^A-Z]*$/.test(title), `${command}: ${title}`);
		}
	});

	test("every menu entry and keybinding names a declared command", () => {
		deepEqual(
			placed.map(({ command }) => command).filter(command => !declared.includes(command)),
			[],
		);
	});

	test("every submenu is declared, opened from a menu, and has entries", () => {
		const declaredMenus = contributes.submenus.map(({ id }) => id);
		deepEqual([...new Set(inMenus.flatMap(({ submenu }) => submenu ?? []))], declaredMenus);
		for (const id of declaredMenus) ok((contributes.menus[id] ?? []).length > 0, id);
	});

	test("every condition uses context keys, views and settings that exist", () => {
		const own = new Set<string>([...Object.values(contextKeys), ...Object.values(views), ...declared]);
		const conditions = [
			...[...placed, ...contributes.viewsWelcome].map(({ when = "" }) => when),
			...contributes.commands.map(({ enablement = "" }) => enablement),
		];
		const used = conditions.flatMap(when => when.match(/citeshelf\.[\w.]+/g) ?? []);
		deepEqual(
			used.filter(name => !own.has(name)),
			[],
		);
		for (const key of Object.values(contextKeys)) ok(used.includes(key), `${key} is never used`);
	});

	test("keys and menus of citing are there where citations can be written", () => {
		const citing = [...(contributes.menus["editor/context"] ?? []), ...contributes.keybindings].filter(
			({ command, when = "" }) =>
				/insertCitation|suggestCitations/.test(command) && !when.includes("focusedView"),
		);
		ok(citing.length > 3);
		for (const { when = "" } of citing) {
			ok(when.includes("!editorReadonly") && when.includes(contextKeys.citable), when);
		}
	});

	test("the explorer offers the files that digests come as", () => {
		const [entry] = contributes.menus["explorer/context"] ?? [];
		const extensions = /resourceExtname =~ \/\^\\\.\((.*)\)\$\/i/.exec(entry?.when ?? "")?.[1];
		deepEqual(extensions?.split("|"), [...digestExtensions]);
	});

	test("views of the code and of the manifest are the same", () => {
		deepEqual(
			contributes.viewsContainers.activitybar.map(({ id }) => id),
			[views.container],
		);
		deepEqual(
			contributes.views[views.container]?.map(({ id }) => id),
			[views.papers],
		);
	});

	test("settings of the code and of the manifest are the same, with the same defaults", () => {
		const properties = contributes.configuration.properties;
		const defaults = Object.entries(properties).map(([name, setting]) => [name, setting.default]);
		const expected = Object.entries(defaultSettings).map(([name, value]) => [
			`citeshelf.${name}`,
			value as unknown,
		]);
		deepEqual(Object.fromEntries(defaults), Object.fromEntries(expected));
		for (const [name, { markdownDescription }] of Object.entries(properties)) ok(markdownDescription, name);
	});

	test("one bundle serves desktop and web", () => {
		equal(manifest.main, manifest.browser);
	});

	test("the types are not newer than the oldest editor that is served", () => {
		const minor = (version: string | undefined) => /1\.(\d+)/.exec(version ?? "")?.[1];
		equal(minor(manifest.devDependencies["@types/vscode"]), minor(manifest.engines.vscode));
	});

	test("icons and pictures that the manifest names are there", () => {
		const icons = [
			manifest.icon,
			...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
			...Object.values(contributes.views)
				.flat()
				.map(({ icon }) => icon),
			...contributes.walkthroughs.flatMap(({ steps }) =>
				steps.flatMap(({ media }) => [media["image"], media["svg"]]),
			),
		];
		for (const icon of icons) if (icon !== undefined) ok(existsSync(join(root, icon)), icon);
	});

	test("the README names every command of the palette, and every setting", () => {
		const readme = readFileSync(join(root, "README.md"), "utf8");
		const hidden = contributes.menus["commandPalette"]
			?.filter(({ when }) => when === "false")
			.map(({ command }) => command);
		for (const { command, title } of contributes.commands) {
			if (!hidden?.includes(command)) ok(readme.includes(`**${title}**`), title);
		}
		for (const name of Object.keys(contributes.configuration.properties)) ok(readme.includes(`\`${name}\``), name);
	});

	test("the commands that texts of the manifest offer are declared", () => {
		const texts = [
			...contributes.viewsWelcome.map(({ contents }) => contents),
			...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ description }) => description)),
		];
		const offered = texts.flatMap(text => text.match(/(?<=command:)citeshelf\.[\w.]+/g) ?? []);
		ok(offered.length > 0);
		deepEqual(
			// A view brings a command of its own, which the editor makes.
			offered.filter(command => !declared.includes(command) && command !== `${views.papers}.focus`),
			[],
		);
	});
});
