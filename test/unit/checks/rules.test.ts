// The rules, and everything that follows from their table: settings, documentation, levels, the words of findings.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { messageSentence } from "../../../src/core/checks/messages";
import { documentationOf, isRule, levelOf, rules, ruleSettings, wantedLevels } from "../../../src/core/checks/rules";
import { help } from "../../../src/cli/commandLine";

const root = join(__dirname, "..", "..", "..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
	repository: { url: string };
	contributes: {
		configuration: {
			properties: Record<
				string,
				{ properties?: Record<string, { enum: string[]; default: string; description: string }> }
			>;
		};
	};
};

suite("the rules of the checks", () => {
	test("are settings, each with its levels and a line about it", () => {
		const { properties = {} } = manifest.contributes.configuration.properties["citeshelf.checks"] ?? {};
		assert.deepEqual(
			Object.keys(properties),
			rules.map(({ code }) => code),
		);
		for (const { code, summary } of rules) {
			assert.deepEqual(properties[code]?.enum, wantedLevels, code);
			assert.equal(properties[code].default, "auto", code);
			assert.equal(properties[code].description, summary, code);
		}
	});

	test("are explained, each with its level and an example where one tells more", () => {
		const page = readFileSync(join(root, "docs", "checks.md"), "utf8");
		const sections = new Map(
			page
				.split(/^### /m)
				.slice(1)
				.map(section => [section.slice(0, section.indexOf("\n")), section] as const),
		);
		assert.deepEqual([...sections.keys()].sort(), rules.map(({ code }) => code).sort());
		for (const { code, level } of rules) {
			const word = level.charAt(0).toUpperCase() + level.slice(1);
			assert.match(sections.get(code) ?? "", new RegExp(`^${code}\\n\\n\\*\\*${word}[.*]`), code);
		}
		const withoutExample = [...sections].filter(([, section]) => !section.includes("```")).map(([code]) => code);
		assert.deepEqual(withoutExample, ["no-bibliography", "unused-entry", "published-preprint", "retracted-work"]);
	});

	test("link to their explanations in the repository", () => {
		for (const { code } of rules) {
			assert.equal(documentationOf(code), `${manifest.repository.url}/blob/main/docs/checks.md#${code}`);
		}
	});

	test("stand in the help of the command line", () => {
		for (const { code, summary } of rules) assert.ok(help.includes(code) && help.includes(summary), code);
	});

	const levels: readonly (readonly [name: string, args: Parameters<typeof levelOf>, expected: string])[] = [
		["its own", ["bad-doi", undefined, {}], "warning"],
		["that of the case", ["bad-doi", "information", {}], "information"],
		["what a person says", ["bad-doi", "information", { "bad-doi": "error" }], "error"],
		["what a person says, also nothing", ["bad-doi", undefined, { "bad-doi": "off" }], "off"],
		["its own, said so", ["bad-doi", "hint", { "bad-doi": "auto" }], "hint"],
		["off stays off, whatever the case", ["unused-entry", "warning", {}], "off"],
	];
	for (const [name, args, expected] of levels) {
		test(`the level of a finding: ${name}`, () => assert.equal(levelOf(...args), expected));
	}

	test("settings of no rule and no level are passed over", () => {
		const given = { "bad-doi": "hint", "bad-date": "loud", nothing: "off", toString: "off", syntax: 3 };
		assert.deepEqual(ruleSettings(given), { "bad-doi": "hint" });
		assert.equal(isRule("constructor"), false);
	});

	test("what they say has its sentence, with the places of its arguments", () => {
		assert.equal(messageSentence("undefined"), "The key “{0}” is in none of the document's bibliographies.");
		assert.match(messageSentence("bib-missing-comma"), /\{0\}/);
	});
});
