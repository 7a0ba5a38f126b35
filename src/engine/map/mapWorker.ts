// The worker that lays out the map: a file of its own, started when a map is made and ended with it. Nobody else waits
// for it, so it works through; whoever does not want the map any more ends it.

import { layoutMap } from "../../core/map/layout";
import { openChannel } from "../channel";
import type { FromMapWorker, ToMapWorker } from "./mapMessages";

/** Progress is told in steps of this share of the whole. */
const toldEvery = 0.02;

const channel = openChannel<FromMapWorker, ToMapWorker>();

channel.listen(input => {
	const steps = layoutMap(input);
	let told = 0;
	let step = steps.next();
	while (step.done !== true) {
		if (step.value - told >= toldEvery) {
			told = step.value;
			channel.post({ done: told });
		}
		step = steps.next();
	}
	channel.post({ places: step.value });
});
