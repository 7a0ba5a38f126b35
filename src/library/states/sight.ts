// Which papers the tree leaves out of its topics: hidden ones, and those that settings leave out.

import { setting } from "../../host/settings";
import type { Library } from "../library";

/** Why a paper is out of sight. */
export type Absence = "hidden" | "announced" | "done" | "seen";

/** Says why a paper is out of sight, by the settings as they are now; nothing for one that is to be shown. */
export function absenceIn({ states, isAnnouncedAs, digestsOf }: Seen): (id: string) => Absence | undefined {
	const announcements = setting("hideAnnounced");
	const [hidesDone, hidesSeen] = [setting("hideDone"), setting("hideSeen")];
	const hidden = states.marked("hidden");
	const done: ReadonlySet<string> = hidesDone ? states.marked("done") : new Set();
	return id => {
		if (hidden.has(id)) return "hidden";
		if (announcements.length > 0 && isAnnouncedAs(id, announcements)) return "announced";
		if (done.has(id)) return "done";
		if (hidesSeen && digestsOf(id) > 1 && !states.isNew(id) && !isKept(states, id)) return "seen";
		return undefined;
	};
}

export interface Seen {
	readonly states: Library["states"];
	readonly isAnnouncedAs: (id: string, announcements: readonly string[]) => boolean;
	/** How many digests hold a paper. */
	readonly digestsOf: (id: string) => number;
}

/** What a person wants to come back to stays, in however many digests it came. */
function isKept(states: Library["states"], id: string): boolean {
	return states.has("starred", id) || states.has("later", id) || states.keysOf(id).length > 0;
}
