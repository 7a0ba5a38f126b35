// Draws the map: points, the one that is looked at, names of topics, and close up the titles of papers.

import type { MapPaper } from "../../../src/core/map/protocol";
import { placeCaptions, type Box, type Caption } from "../../../src/core/map/view/captions";
import { toPage, type Viewport } from "../../../src/core/map/view/viewport";
import type { Point } from "../../../src/core/map/view/shapes";
import type { MapModel } from "../model";
import type { Look, Surface, TextLook } from "./surface";
import { topicColor, type Theme } from "./theme";

/** Points are smaller when there are more, and grow as one comes near. */
const radii = { least: 1.8, most: 5.5, of: 75 };

/** What does not fit the search, topic or dates stays as a shade, so that one sees what it lies among. */
const faded = 0.22;
const fadedInHighContrast = 0.4;

/** Titles are shown when no more papers than this are in sight. */
const mostTitles = 60;
const titleLength = 40;

export interface Scene {
	readonly model: MapModel;
	readonly view: Viewport;
	/** The view in which all of the map is seen. */
	readonly all: Viewport;
	readonly theme: Theme;
	/** The line that is being drawn around papers. */
	readonly lasso: readonly Point[];
	/** Of the editor's letters, in pixels. */
	readonly fontSize: number;
}

/** Where things are on the page after they were drawn. */
export interface Drawn {
	/** By the numbers of papers; nothing for those out of sight. */
	readonly points: readonly (Point | undefined)[];
	readonly names: readonly TopicName[];
}

/** The name of a topic, where it stands. */
export interface TopicName {
	readonly topic: number;
	readonly box: Box;
}

/** Draws a scene, and answers where things are on the page. */
export function paint(scene: Scene, surface: Surface): Drawn {
	const { model, view, theme } = scene;
	surface.fill(theme.background);
	const points = model.papers.map(paper => inSight(toPage(view, paper), view));
	const isShown = points.map((point, number) => point !== undefined && model.isShown(number));
	for (const shown of [false, true]) {
		for (const [number, point] of points.entries()) {
			const paper = model.papers[number];
			if (!point || !paper || isShown[number] !== shown) continue;
			surface.point(point, radiusOf(number, scene), lookOf(paper, shown, theme));
		}
	}
	const seen = points.flatMap((point, number) => (point && isShown[number] === true ? [point] : []));
	const names = paintTopics(scene, surface, seen);
	paintTitles(scene, surface, { points, isShown, taken: names.map(({ box }) => box) });
	for (const number of model.chosen) outline(number, theme.foreground, 1.5);
	outline(model.hovered, theme.foreground, 1.5);
	outline(model.current, theme.focus, 2.5);
	if (scene.lasso.length > 1) surface.loop(scene.lasso, theme.focus);
	surface.finish();
	return { points, names };

	function outline(number: number, color: string, width: number): void {
		const point = points[number];
		if (point) surface.circle(point, radiusOf(number, scene) + 4.5, color, width);
	}
}

function inSight(point: Point, { width, height }: Viewport): Point | undefined {
	const edge = 12;
	return point.x > -edge && point.y > -edge && point.x < width + edge && point.y < height + edge ? point : undefined;
}

/** The radius of a paper's point in pixels: by its relevance when there is a search. */
export function radiusOf(number: number, { model, view, all }: Scene): number {
	const base = Math.min(radii.most, Math.max(radii.least, radii.of / Math.sqrt(model.papers.length + 1)));
	const near = Math.min(2.2, Math.max(1, (view.scale / all.scale) ** 0.4));
	const score = model.scoreOf(number);
	const byRelevance = score === undefined ? 1 : 0.8 + 1.1 * score;
	return Math.min(12, base * near * byRelevance);
}

function lookOf({ topic, marks }: MapPaper, isShown: boolean, theme: Theme): Look {
	return {
		color: topicColor(theme, topic),
		background: theme.background,
		isHollow: !marks.isRead,
		isSquare: marks.isCited,
		ring: marks.isStarred ? theme.foreground : undefined,
		opacity: isShown ? 1 : theme.isHighContrast ? fadedInHighContrast : faded,
	};
}

/** The names of topics where their papers lie, the one that is looked at first. */
function paintTopics(scene: Scene, surface: Surface, points: readonly Point[]): readonly TopicName[] {
	const { model, view, theme, fontSize } = scene;
	const look = (topic: number): TextLook => {
		const isQuiet = model.topic !== undefined && model.topic !== topic;
		const color = isQuiet ? theme.quiet : theme.foreground;
		return { size: fontSize, isBold: !isQuiet, color, background: theme.background };
	};
	const topics = model.topicPlaces
		.filter(({ topic }) => topic >= 0)
		.map(each => ({ ...each, label: shortened(model.topics[each.topic] ?? "", titleLength) }))
		.sort(
			(a, b) =>
				Number(b.topic === model.topic) - Number(a.topic === model.topic) ||
				b.numbers.length - a.numbers.length,
		);
	const captions = topics.map(({ topic, label, place }): Caption => {
		const width = surface.measure(label, look(topic)) + 8;
		return { at: toPage(view, place), width, height: fontSize * 1.5, isFree: true };
	});
	const boxes = placeCaptions(captions, view, { points });
	return topics.flatMap(({ topic, label }, i) => {
		const box = boxes[i];
		if (!box) return [];
		surface.text(label, middle(box), look(topic));
		return [{ topic, box }];
	});
}

interface Seen {
	readonly points: readonly (Point | undefined)[];
	readonly isShown: readonly boolean[];
	readonly taken: readonly Box[];
}

/** The titles of the papers in sight, under their points, once these are few. */
function paintTitles(scene: Scene, surface: Surface, { points, isShown, taken }: Seen): void {
	const { model, view, theme, fontSize } = scene;
	const look: TextLook = { size: fontSize * 0.85, isBold: false, color: theme.quiet, background: theme.background };
	const seen = points.flatMap((point, number) => (point && isShown[number] === true ? [number] : []));
	if (seen.length > mostTitles) return;
	seen.sort((a, b) => (model.scoreOf(b) ?? 0) - (model.scoreOf(a) ?? 0) || a - b);
	const titles = seen.map(number => shortened(model.papers[number]?.title ?? "", titleLength));
	const captions = seen.map((number, i): Caption => {
		const { x, y } = points[number] ?? { x: 0, y: 0 };
		const width = surface.measure(titles[i] ?? "", look) + 6;
		const at = { x, y: y + radiusOf(number, scene) + look.size * 0.8 };
		return { at, width, height: look.size * 1.3, isFree: false };
	});
	// A title must not hide the points of others.
	const marks = seen.map((number): Box => {
		const radius = radiusOf(number, scene);
		const { x, y } = points[number] ?? { x: 0, y: 0 };
		return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
	});
	for (const [i, box] of placeCaptions(captions, view, { taken: [...taken, ...marks] }).entries()) {
		if (box) surface.text(titles[i] ?? "", middle(box), look);
	}
}

function middle({ x, y, width, height }: Box): Point {
	return { x: x + width / 2, y: y + height / 2 };
}

/** The beginning of a text, cut between words where that is near. */
export function shortened(text: string, length: number): string {
	if (text.length <= length) return text;
	const cut = text.slice(0, length);
	const space = cut.lastIndexOf(" ");
	return `${space > length / 2 ? cut.slice(0, space) : cut}…`;
}
