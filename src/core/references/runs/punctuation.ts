// Punctuation where parts meet: what a style adds and what a value ends with must not stand twice, and a stop may belong
// within the quotation before it. Sources: CSL 1.0.2, "Affixes", "punctuation-in-quote"; the CSL test suite,
// `punctuation_FullMontyField`.

import type { Run, Runs } from "./runs";

/** Which of two signs stays where they meet: `1` the first, `2` the second; pairs that are not named keep both. */
const meeting: Readonly<Record<string, 1 | 2>> = {
	"!.": 1,
	"!:": 1,
	"?.": 1,
	"?:": 1,
	":!": 2,
	":?": 2,
	":.": 1,
	";!": 2,
	";?": 2,
	";:": 1,
	";.": 1,
	"..": 1,
	"::": 1,
	";;": 1,
	",,": 1,
	"!!": 1,
	"??": 1,
	"  ": 1,
	"\u00a0 ": 1,
	" \u00a0": 2,
};

/** Runs with punctuation in order. `inQuote` is the locale's option `punctuation-in-quote`. */
export function settlePunctuation(runs: Runs, inQuote: boolean): Runs {
	const settled: Run[] = [];
	for (const run of runs) {
		if (run.text === "" && !run.quote) continue;
		append(settled, run, inQuote);
	}
	return settled.filter(run => run.text !== "" || run.quote !== undefined);
}

function append(settled: Run[], run: Run, inQuote: boolean): void {
	if (run.quote || run.goesOn) {
		settled.push(run);
		return;
	}
	let { text } = run;
	const closing = closingQuotes(settled);
	if (closing > 0 && inQuote && /^[.,!?]/.test(text)) {
		text = text.slice(1);
		insertBefore(settled, closing, run.text.charAt(0));
		if (text !== "") meet(settled, { ...run, text });
		return;
	}
	// A stop within the quotation does for one after it.
	const last = closing > 0 ? lastText(settled, closing) : "";
	if ((text.startsWith(".") && /[.!?]$/.test(last)) || (text.startsWith(":") && /[!?]$/.test(last))) {
		text = text.slice(1);
	}
	meet(settled, { ...run, text });
}

/** How many closing marks the runs end with. */
function closingQuotes(settled: readonly Run[]): number {
	let count = 0;
	while (settled.at(-1 - count)?.quote === "close") count++;
	return count;
}

function lastText(settled: readonly Run[], closing: number): string {
	return settled.at(-1 - closing)?.text ?? "";
}

function insertBefore(settled: Run[], closing: number, sign: string): void {
	const at = settled.length - closing - 1;
	const last = settled[at];
	if (!last || last.quote) {
		settled.splice(at + 1, 0, { text: sign, marks: {} });
		return;
	}
	const end = last.text.at(-1) ?? "";
	const kept = meeting[end + sign];
	if (kept === 1) return;
	settled[at] = { ...last, text: (kept === 2 ? last.text.slice(0, -1) : last.text) + sign };
}

/** Puts a run after the others; a sign that both have stays once. */
function meet(settled: Run[], run: Run): void {
	let { text } = run;
	for (let last = settled.at(-1); last && text !== ""; last = settled.at(-1)) {
		if (last.quote) break;
		const kept = meeting[(last.text.at(-1) ?? "") + text.charAt(0)];
		if (kept === undefined) break;
		if (kept === 1) text = text.slice(1);
		else {
			const rest = last.text.slice(0, -1);
			settled.pop();
			if (rest !== "") settled.push({ ...last, text: rest });
		}
	}
	if (text !== "") settled.push({ ...run, text });
}
