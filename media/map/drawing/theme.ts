// The colours of the editor's theme, as the map needs them: read from the variables of the page, again whenever they change.

export interface Theme {
	readonly background: string;
	readonly foreground: string;
	readonly quiet: string;
	readonly focus: string;
	/** Of topics by their numbers. */
	readonly palette: readonly string[];
	/** Of papers without a topic. */
	readonly noTopic: string;
	readonly font: string;
	readonly isHighContrast: boolean;
}

/** Hues that themes define for charts and terminals, the most different ones first. */
const hues = [
	"charts-blue",
	"charts-orange",
	"charts-green",
	"charts-purple",
	"charts-red",
	"terminal-ansiCyan",
	"terminal-ansiMagenta",
	"charts-yellow",
];

/** How much of the foreground is mixed into each next round of hues. */
const mixed = [0, 0.4, 0.65];

export function readTheme(): Theme {
	const style = getComputedStyle(document.body);
	const resolve = resolver();
	const variable = (name: string) => style.getPropertyValue(`--vscode-${name}`).trim();
	const foreground = resolve(variable("editor-foreground") || style.color);
	const background = resolve(variable("editor-background") || "#fff");
	const known = hues.map(variable).filter(color => color !== "");
	const palette = mixed.flatMap(share => known.map(color => mix(resolve(color), foreground, share)));
	return {
		background,
		foreground,
		quiet: resolve(variable("descriptionForeground") || foreground),
		focus: resolve(variable("focusBorder") || foreground),
		palette: palette.length > 0 ? palette : [foreground],
		noTopic: mix(foreground, background, 0.45),
		font: style.fontFamily,
		isHighContrast: document.body.classList.contains("vscode-high-contrast"),
	};
}

/** The colour of a topic; beyond the colours there are, topics share them: their names tell them apart. */
export function topicColor(theme: Theme, topic: number): string {
	return topic < 0 ? theme.noTopic : (theme.palette[topic % theme.palette.length] ?? theme.noTopic);
}

/** Calls back when the editor's theme, or the size of its letters, changed. */
export function onThemeChange(listener: () => void): void {
	const observer = new MutationObserver(listener);
	observer.observe(document.documentElement, { attributes: true, attributeFilter: ["style", "class"] });
	observer.observe(document.body, { attributes: true, attributeFilter: ["class"] });
}

/** Turns any colour of CSS into `#rrggbb`, as a canvas gives it back; transparency is left out. */
function resolver(): (color: string) => string {
	const context = document.createElement("canvas").getContext("2d");
	return color => {
		if (!context) return color;
		context.fillStyle = "#888888";
		context.fillStyle = color;
		const given = context.fillStyle;
		const [, ...channels] = /^rgba?\((\d+), (\d+), (\d+)/.exec(given) ?? [];
		return channels.length === 3 ? hex(channels.map(Number)) : given;
	};
}

function mix(color: string, other: string, share: number): string {
	const [a, b] = [channelsOf(color), channelsOf(other)];
	return hex(a.map((channel, i) => channel * (1 - share) + (b[i] ?? 0) * share));
}

function channelsOf(color: string): readonly number[] {
	return [1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16) || 0);
}

function hex(channels: readonly number[]): string {
	return `#${channels.map(channel => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}
