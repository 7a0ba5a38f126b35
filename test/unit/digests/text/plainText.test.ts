// Plain text as people type and paste it: blocks, labels, numbers, references; and what is no digest.

import assert from "node:assert/strict";
import { paperOf, read } from "../reading";

const sentence = "We look at this in some detail, and we find that it is so in all cases that we know of.";

suite("A plain text", () => {
	test("in blocks: title, names, wrapped abstract, link", () => {
		const reading = read(
			["One", "Two"]
				.map(
					(name, i) =>
						`${name} Study of Things\nAnn Lee, Bo van Dijk, Cy Doe\nWe look at a thing in some detail, over several lines of a mail,\nand find that it is so. It was not known before that it is so, as\nnobody looked.\nhttps://arxiv.org/abs/2405.0000${i + 1}v2\n`,
				)
				.join("\n"),
		);
		assert.deepEqual(
			reading.papers.map(({ title, authors, arxiv }) => [title, authors.length, arxiv]),
			[
				["One Study of Things", 3, "2405.00001"],
				["Two Study of Things", 3, "2405.00002"],
			],
		);
		assert.match(paperOf(reading, 0).abstract, /^We look .* nobody looked\.$/);
	});

	test("with labels, in any order and case", () => {
		const reading = read(
			`My search of 1 May\n\nTitle: A Study of Things\nAuthors: Ann Lee, Bo van Dijk\nDate: 2024-05-01\nAbstract: ${sentence}\nIt goes on.\n\nA second paragraph.\nLink: https://arxiv.org/abs/2405.00001v1\n\nTITLE: Second\nDOI: 10.1000/abc\nAUTHORS: Cy Doe\nABSTRACT:\n${sentence}\n`,
		);
		assert.deepEqual(
			reading.papers.map(({ id, title, abstract }) => [id, title, abstract]),
			[
				["arxiv:2405.00001", "A Study of Things", `${sentence} It goes on.\n\nA second paragraph.`],
				["doi:10.1000/abc", "Second", sentence],
			],
		);
		assert.deepEqual(paperOf(reading, 0).issued, { year: 2024, month: 5, day: 1 });
	});

	for (const [name, lead] of [
		["1.", (i: number) => `${i}. `],
		["[1]", (i: number) => `[${i}] `],
		["1)", (i: number) => `${i}) `],
		["•", () => "• "],
	] as const) {
		test(`in a list with ${name}: the mark is no part of a title`, () => {
			const text = ["Short", "A Longer Title of Things", "3D Things"]
				.map((title, i) => `${lead(i + 1)}${title}\n${sentence}\n`)
				.join("\n");
			assert.deepEqual(
				read(text).papers.map(({ title, abstract }) => [title, abstract]),
				["Short", "A Longer Title of Things", "3D Things"].map(title => [title, sentence]),
			);
		});
	}

	test("in a list with numbers and without abstracts: lines below a title are its own, headings are none", () => {
		const reading = read(
			"[Bones]\n\n1. A STUDY OF BONES THAT ARE LONG AND\nHARD AND WHITE\nhttps://arxiv.org/abs/2405.00001\nICBB 2024\nhttps://github.com/a/bones\n\n2. Joints: Learning to Bend in All Directions of the Body\nhttps://arxiv.org/abs/2405.00002\nBone Letters 2023 Spotlight\n\n[Others]\n\n1. Is Skin Enough?\nhttps://doi.org/10.1000/skin\n",
		);
		assert.deepEqual(
			reading.papers.map(({ id, title }) => [id, title]),
			[
				["arxiv:2405.00001", "A STUDY OF BONES THAT ARE LONG AND HARD AND WHITE"],
				["arxiv:2405.00002", "Joints: Learning to Bend in All Directions of the Body"],
				["doi:10.1000/skin", "Is Skin Enough?"],
			],
		);
		assert.deepEqual(
			reading.problems.map(({ code }) => code),
			["left-out", "left-out"],
		);
	});

	for (const [name, address] of [
		["a dash", (url: string) => ` - ${url}`],
		["a colon", (url: string) => `: ${url}`],
		["angle brackets", (url: string) => `. <${url}>`],
	] as const) {
		test(`has addresses behind titles, after ${name}`, () => {
			const reading = read(
				`The following articles were found:\n\nA Study of Long Bones${address("https://arxiv.org/abs/2405.00001")}\nIt is about bones.\n\nA Study of Thin Skin${address("https://doi.org/10.1000/skin")}\nIt is about skin.\n`,
			);
			assert.deepEqual(
				reading.papers.map(({ id, title, abstract }) => [id, title, abstract]),
				[
					["arxiv:2405.00001", "A Study of Long Bones", "It is about bones."],
					["doi:10.1000/skin", "A Study of Thin Skin", "It is about skin."],
				],
			);
		});
	}

	test("of PubMed that a mail program forwarded: numbers, names, journals and PMIDs in blocks of their own", () => {
		const item = (i: number): string =>
			`${i}.\n\nA study of bones number ${i} in people who are old. <https://pubmed.ncbi.nlm.nih.gov/4000000${i}/>\n\nLee AB, van Dijk C; Bone Study Group.\n\nBone Lett. 2026 Mar 7. doi: 10.1000/bones.${i}. Online ahead of print.\n\nPMID: 4000000${i}\n`;
		const reading = read(
			`This message has what is new (from PubMed<https://pubmed.ncbi.nlm.nih.gov>).\nDo not reply.\n\nItems 1-2 of 2 (Display them<https://pubmed.ncbi.nlm.nih.gov/?term=40000001>)\n\n${item(1)}\n${item(2)}`,
		);
		assert.deepEqual(
			reading.papers.map(({ id, pmid, authors, abstract }) => [id, pmid, authors.length, abstract]),
			[
				["doi:10.1000/bones.1", "40000001", 3, ""],
				["doi:10.1000/bones.2", "40000002", 3, ""],
			],
		);
	});

	test("has identifiers, dates and addresses in lines of their own", () => {
		const reading = read(
			`arXiv:2405.00001 [cs.CL]\nA Study of Things\n${sentence}\nPublished: 3 May 2024\n\nAnother Study\n${sentence}\nDOI: 10.1000/xyz\nhttps://github.com/a/b\n`,
		);
		assert.deepEqual(
			reading.papers.map(({ id, title, issued, links }) => [id, title, issued, links.map(({ kind }) => kind)]),
			[
				["arxiv:2405.00001", "A Study of Things", { year: 2024, month: 5, day: 3 }, []],
				["doi:10.1000/xyz", "Another Study", undefined, ["code"]],
			],
		);
	});
});

suite("A list of references", () => {
	const cases: readonly (readonly [string, string, string, string, number, number])[] = [
		[
			"APA",
			"Lee, A., & van Dijk, B. C. (2020). The first work: A study. Journal of Things, 12(3), 1-10. https://doi.org/10.1000/abc.1",
			"The first work: A study",
			"Journal of Things",
			2020,
			2,
		],
		[
			"Vancouver",
			"Lee A, van Dijk BC, Chen D, et al. Work on bones in old age. N Engl J Med. 2020 Jan 5;12(3):1-10. doi: 10.1056/NEJMoa1.",
			"Work on bones in old age",
			"N Engl J Med",
			2020,
			3,
		],
		[
			"IEEE",
			"A. Lee and B. C. Chen, “A title of some length,” IEEE Trans. Med. Imag., vol. 39, no. 2, pp. 1–10, Feb. 2021.",
			"A title of some length",
			"IEEE Trans. Med. Imag.",
			2021,
			2,
		],
		[
			"ACM",
			"Ann Lee and Bo Chen. 2020. An ACM title of some length. In Proceedings of CHI. ACM, 1–10.",
			"An ACM title of some length",
			"Proceedings of CHI",
			2020,
			2,
		],
		[
			"Nature",
			"Lee, A. B. & Chen, C. A Nature title of some length. Nature 12, 1–10 (2020).",
			"A Nature title of some length",
			"Nature",
			2020,
			2,
		],
		[
			"MLA",
			"Lee, Ann, and Bo Chen. “A Title of Some Length.” Journal of Things, vol. 1, no. 2, 2020, pp. 1-2.",
			"A Title of Some Length",
			"Journal of Things",
			2020,
			2,
		],
		[
			"GB/T 7714",
			"张三, 李四. 一个中文题目的研究[J]. 计算机学报, 2020, 43(2): 1-10.",
			"一个中文题目的研究",
			"计算机学报",
			2020,
			2,
		],
	];
	for (const [style, line, title, venue, year, authors] of cases) {
		test(`in the style ${style}`, () => {
			const other = "Doe, J. (2001). Another work of theirs. Journal of Others, 1(1), 1-2.";
			const reading = read(`[1] ${line}\n[2] ${other}\n`);
			const paper = paperOf(reading, 0);
			assert.deepEqual(
				[reading.format, paper.title, paper.venue, paper.issued?.year, paper.authors.length],
				["references", title, venue, year, authors],
			);
			assert.deepEqual(reading.problems, []);
		});
	}
});

suite("A text that is no digest", () => {
	const cases: readonly (readonly [string, string])[] = [
		[
			"prose",
			`It was a bright day in April.\n\nThe clocks were striking thirteen, and he went home.\n\n“Is it so?” she asked him.\n\nHe said nothing for a long while.\n\nThen he left the house, and he never came back.\n\nThat was all of it.\n`,
		],
		[
			"source code",
			"import os\nfrom sys import path\n\ndef main(argv):\n    x = os.getcwd()\n    for a in argv:\n        print(a)\n    return x\n\nif __name__ == '__main__':\n    main(path)\n",
		],
		[
			"a log",
			Array.from(
				{ length: 20 },
				(_, i) => `2024-05-01 10:00:${i + 10} INFO server started with ${i} workers`,
			).join("\n"),
		],
		[
			"a page of a project",
			"# My Project\n\nA tool that does things quickly and well.\n\n## Installation\n\nRun this command to install it on your machine:\n\n```bash\npip install thing\n# no heading\n```\n\n## Usage\n\nYou can call the tool from the command line, which prints results.\n\n## License\nMIT\n",
		],
		[
			"a licence",
			"The Short License\n\nCopyright (c) 2020 Ann Lee\n\nPermission is hereby granted, at no cost, to whoever has a copy of this\nprogram, to use it and to change it as they like.\n\nIT IS GIVEN WITHOUT ANY WARRANTY, NEITHER OF ITS FITNESS FOR SOMETHING\nNOR OF ANYTHING ELSE, AND THE AUTHORS PAY FOR NO HARM THAT IT DOES.\n",
		],
		[
			"notes on versions",
			"# Changelog\n\nWhat was changed in each version is told here.\n\n## [2.1.0] - 2024-05-01\n\n- Added a button for the export of tables\n- Removed what nobody used\n\n## [2.0.0] - 2024-01-01\n\n- The format of settings was changed\n",
		],
		[
			"notes on a version, underlined",
			"Thing v2.1.4 Release Notes\n==========================\n\nThis version merges the repairs of v2.1.3.\n\nFixes since v2.1.3\n------------------\n\n * The tool no longer stops when a name is empty.\n",
		],
		[
			"a manual in Markdown",
			"# Thing\n\n[![Build](https://example.org/b.svg)](https://example.org)\n\nA thing for lists.\n\n## Lists\n\nLists are made of items, and each of these has a mark.\n\n## Nested lists\n\nItems may hold lists again, as deep as one likes.\n\n### options.depth\n\n**Description**: How deep lists may be nested, which keeps the memory small.\n\n## API\n\nCall it with a text.\n\n## License\n\nMIT\n",
		],
		[
			"settings with names that come again",
			"Name: one\nDriver: File\nMode: 644\nName: two\nDriver: File\nMode: 600\nName: three\nDriver: Pipe\nMode: 600\n",
		],
		["one statement", "module.exports = require('./thing');\n"],
		[
			"settings",
			"name: thing\nversion: 1.2.3\nscripts:\n  build: tsc -p .\n  test: mocha\nport = 8080\nhost = localhost\n",
		],
	];
	for (const [name, text] of cases) {
		test(`${name} gives no papers, and says so`, () => {
			const reading = read(text);
			assert.deepEqual(
				reading.papers.map(({ title }) => title),
				[],
			);
			assert.deepEqual(
				reading.problems.map(({ code }) => code.replace("no-list-of-papers", "no-papers")),
				["no-papers"],
			);
		});
	}
});
