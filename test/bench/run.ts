// `npm run bench`: every benchmark, one table each. To add one, write a function that returns `Figures` and
// name it in the list.

import { benchActivation } from "./activation";
import type { Figures } from "./bench";
import { benchBibliography } from "./bibliography";
import { benchReading } from "./reading";
import { benchGrowth, benchSearch } from "./search";
import { printTable } from "./table";

const benches: readonly (() => Figures | Promise<Figures>)[] = [
	benchReading,
	benchSearch,
	benchGrowth,
	benchBibliography,
	benchActivation,
];

async function run(): Promise<void> {
	console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
	for (const bench of benches) {
		const { title, headings, rows, notes } = await bench();
		console.log(`\n## ${title}\n`);
		printTable(headings, rows);
		for (const note of notes) console.log(`\n${note}`);
	}
}

void run();
