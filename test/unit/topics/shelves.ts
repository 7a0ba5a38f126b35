// Shelves made up for tests: papers of known fields, in plain words of each.
import type { Paper } from "../../../src/core/paper";
import { seededRandom } from "../../../src/core/random";

export function paper(id: string, title: string, abstract = "", keywords: readonly string[] = []): Paper {
	return { id, title, abstract, authors: [], type: "article", keywords, links: [] };
}

const fields: Readonly<Record<string, string>> = {
	law: "contract law|tort liability|constitutional court|human rights|criminal procedure|property rights|legal precedent",
	robotics:
		"robot arm|motion planning|legged locomotion|grasp planning|visual odometry|collision avoidance|robot hand",
	reefs: "coral reef|reef fish|coral bleaching|sea grass|ocean acidification|marine reserve|algal bloom",
	money: "inflation target|interest rate|central bank|exchange rate|fiscal policy|bank lending|bond yield",
	bones: "bone fracture|hip implant|osteoporosis therapy|spinal fusion|knee arthroplasty|bone graft|cartilage repair",
	stars: "stellar wind|neutron star|galaxy cluster|dark matter|supernova remnant|cosmic dust|star formation",
	verbs: "verb phrase|word order|vowel harmony|relative clause|noun class|second language|dialect continuum",
	soils: "soil carbon|crop rotation|nitrogen fixation|plant root|maize yield|soil erosion|cover crop",
};

export const fieldNames = Object.keys(fields);

/** `count` papers of the fields in turn; the id begins with the field. Seeded: the same every time. */
export function fieldPapers(count: number, seed = 3, of: readonly string[] = fieldNames): Paper[] {
	const next = seededRandom(seed);
	const phrases = of.map(field => fields[field]?.split("|") ?? []);
	return Array.from({ length: count }, (_, i) => {
		const own = phrases[i % of.length] ?? [];
		const pick = (): string => own[Math.floor(next() * own.length)] ?? "";
		const title = `On ${pick()} and ${pick()}`;
		const abstract = `We study ${pick()}. The ${pick()} depends on the ${pick()}, and results show ${pick()}.`;
		return paper(`${of[i % of.length] ?? ""}:${String(i).padStart(4, "0")}`, title, abstract);
	});
}

export function fieldOf({ id }: Paper): string {
	return id.replace(/:.*/, "");
}
