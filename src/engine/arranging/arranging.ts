// How the shelf is arranged: its papers in groups, and by how near they are to what is written in a project.

import type { Paper } from "../../core/paper";
import { groupPapers } from "../../core/grouping/grouping";
import type { GroupedTopic, GroupFacts } from "../../core/grouping/group";
import { tableOf, type GroupTable } from "../../core/grouping/table";
import { passagesOf } from "../../core/manuscript/passages";
import { authorYear } from "../../core/render";
import { digestLabel } from "../../core/render/appearances";
import type { SearchIndex } from "../../core/search/searchIndex";
import type { Near } from "../../core/search/writing/near";
import type { Topic } from "../../core/topics/topics";
import type { ShelfFacts } from "../facts";
import type { OpenTexts } from "../openTexts";
import type { GroupRequest, Missing, NearReasons, NearWriting, ProjectRefs } from "../protocol";
import type { ShelfWorks } from "../shelfWorks";

/** Papers that stand near the writing: as many as one looks through. */
const mostNear = 20;

/** They stand out by at least half a standard deviation. */
const leastNear = 0.5;

/** Works that are compared with papers: of more, those that are listed first. */
const mostCited = 400;

export interface ArrangingNeeds {
	readonly works: ShelfWorks;
	readonly facts: ShelfFacts;
	readonly texts: OpenTexts;
	readonly topics: () => readonly Topic[];
	readonly index: () => SearchIndex;
}

export class Arranging {
	readonly #needs: ArrangingNeeds;
	#near: { readonly near: Near; readonly ranks: ReadonlyMap<string, number> } | undefined;

	constructor(needs: ArrangingNeeds) {
		this.#needs = needs;
	}

	/** The shelf in groups. Nearness is that of the ranking made last. */
	grouped({ by, sort, labels, locale }: GroupRequest): GroupTable {
		const { works, facts, topics } = this.#needs;
		const groupFacts: GroupFacts = {
			topics: () => topics().map(groupedTopic),
			digests: () => this.#digests(),
			states: id => facts.of(id).is ?? [],
			rank: id => this.#near?.ranks.get(id),
		};
		const papers = works.list.map(({ paper }) => paper);
		return tableOf(groupPapers(papers, { by, sort }, groupFacts, { labels, locale }));
	}

	/** Ranks the shelf by a project, for what is asked from now on. */
	nearWriting(project: ProjectRefs, among: readonly string[] = []): NearWriting | Missing {
		const { texts, works, facts, index } = this.#needs;
		const missing = texts.missing(project);
		if (missing.length > 0) return { missing };
		const cited = this.#cited(project);
		const sources = project.sources.flatMap(ref => texts.manuscripts.find(ref)?.source ?? []);
		works.refresh();
		const near = index().near({ cited, passages: sources.flatMap(passagesOf) });
		this.#near = { near, ranks: new Map(near.ranked.map(({ paper }, rank) => [paper.id, rank])) };
		const known = new Set(cited.map(({ id }) => id));
		const isHidden = facts.hiddenFor() ?? (() => false);
		const best = near.ranked.filter(
			({ paper: { id }, score }) => score >= leastNear && !known.has(id) && !isHidden(id),
		);
		const asked = new Set(among);
		return {
			ranked: near.ranked.length,
			best: best.slice(0, mostNear).map(({ paper }) => paper.id),
			among: near.ranked.flatMap(({ paper }) => (asked.has(paper.id) ? [paper.id] : [])),
		};
	}

	/** Why a paper is near, as the ranking made last has it; empty when it has no place in it. */
	nearReasons(id: string): NearReasons {
		const paper = this.#needs.works.get(id)?.paper;
		if (!paper || !this.#near?.ranks.has(paper.id)) return { cited: [], words: [] };
		const { cited, words } = this.#near.near.reason(paper);
		return { cited: cited.map(each => authorYear(each) || each.title), words };
	}

	/** What the sources of a project cite, as the shelf has it; all of its bibliographies when they cite nothing. */
	#cited({ sources, bibliographies }: ProjectRefs): readonly Paper[] {
		const { texts, works } = this.#needs;
		const citations = sources.flatMap(ref => texts.manuscripts.find(ref)?.citations ?? []);
		const keys = new Set(citations.flatMap(citation => citation.keys.map(({ key }) => key)));
		const entries = bibliographies.flatMap(ref => texts.bibliographies.find(ref)?.entries ?? []);
		const wanted = entries.filter(({ key }) => keys.size === 0 || keys.has(key));
		const papers = wanted.slice(0, mostCited).map(({ paper }) => works.find(paper)?.paper ?? paper);
		return [...new Map(papers.map(paper => [paper.id, paper])).values()];
	}

	#digests(): ReturnType<GroupFacts["digests"]> {
		const { works } = this.#needs;
		const ids = new Map<string, string[]>();
		for (const { paper, records } of works.list) {
			for (const { source } of records) {
				const known = ids.get(source);
				if (known) known.push(paper.id);
				else ids.set(source, [paper.id]);
			}
		}
		return Array.from(ids, ([source, own]) => ({
			source,
			label: digestLabel(works.digest(source)?.name ?? ""),
			date: works.digest(source)?.date,
			ids: own,
		}));
	}
}

function groupedTopic(topic: Topic & { readonly subtopics?: readonly Topic[] }): GroupedTopic {
	const { label, terms, papers, subtopics } = topic;
	return { label, terms, ids: papers.map(({ id }) => id), subtopics: subtopics?.map(groupedTopic) };
}
