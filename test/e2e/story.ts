// How a story is written: `story("a paper is opened", async editor => { … })`.
import type { Editor } from "./pages/editor";
import type { Stage, StoryOptions } from "./stage";

let current: Stage | undefined;

/** Says where the stories that are played next take place. */
export function setStage(stage: Stage): void {
	current = stage;
}

/** A UI test with an editor of its own. */
export function story(title: string, run: (editor: Editor) => Promise<void>, options: StoryOptions = {}): void {
	test(title, async () => {
		if (current === undefined) throw new Error("Stories run by `npm run test:e2e`.");
		await current.play(title, options, run);
	});
}
