// The works of a list, in the style's order and with what their places in it give them: numbers and letters of years.

import type { CslItem } from "../item/cslItem";
import { newState, type Disambiguation, type Locator, type Scope } from "../render/scope";
import type { Locale } from "../style/locale";
import type { Style } from "../style/tree";

/** A work of a list, as its citations and its entry see it. */
export interface ListedWork {
	readonly item: CslItem;
	/** Its place in the bibliography, from 1 on. */
	readonly number: number;
	readonly disambiguation?: Disambiguation;
	readonly yearSuffix?: string;
}

/** A work within a citation. */
export interface CitedWork extends ListedWork {
	readonly locator?: Locator;
	readonly prefix?: string;
	readonly suffix?: string;
}

/** A style with the words of its language. */
export interface Dress {
	readonly style: Style;
	readonly locale: Locale;
}

/** The scope of a work, for one rendering of it. */
export function scopeOf({ style, locale }: Dress, work: CitedWork, area: Scope["area"]): Scope {
	const own = (area === "bibliography" ? style.bibliography : style.citation)?.nameOptions;
	const { item, number, locator, yearSuffix, disambiguation } = work;
	return {
		style,
		locale,
		item,
		area,
		nameOptions: { ...style.nameOptions, ...own },
		citationNumber: number,
		...(locator && { locator }),
		...(yearSuffix !== undefined && { yearSuffix }),
		...(disambiguation && { disambiguation }),
		state: newState(),
	};
}
