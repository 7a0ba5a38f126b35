// When feeds may be asked, and when they are due.
import assert from "node:assert/strict";
import { dueAt, silenceAfter, silentUntil } from "../../../src/core/feeds/schedule";
import type { FeedState } from "../../../src/core/feeds/feed";
import { noon } from "./support";

const hour = 3_600_000;
const at = (time: number): string => new Date(time).toISOString();
const state = (more: Partial<FeedState>): FeedState => ({ seen: [], ...more });

suite("The times of feeds", () => {
	test("a feed is due when its time is over, at once when it was never asked, and never on request alone", () => {
		assert.equal(dueAt(state({ checked: at(noon) }), "onRequest"), undefined);
		assert.equal(dueAt(state({}), "daily"), 0);
		assert.equal(dueAt(state({ checked: at(noon) }), "hourly"), noon + hour);
		assert.equal(dueAt(state({ checked: at(noon) }), "daily"), noon + 24 * hour);
		assert.equal(dueAt(state({ checked: at(noon) }), "weekly"), noon + 7 * 24 * hour);
		assert.equal(dueAt(state({ checked: at(noon), notBefore: at(noon + 3 * hour) }), "hourly"), noon + 3 * hour);
		assert.equal(dueAt(state({}), "sometimes" as "daily"), undefined);
	});

	test("a site is left alone as long as it asked for, but not for ever", () => {
		assert.equal(silentUntil(state({}), noon), undefined);
		assert.equal(silentUntil(state({ notBefore: silenceAfter(hour, noon) }), noon), noon + hour);
		assert.equal(silentUntil(state({ notBefore: silenceAfter(hour, noon) }), noon + hour), undefined);
		assert.equal(silentUntil(state({ notBefore: silenceAfter(undefined, noon) }), noon), noon + hour / 4);
		assert.equal(silentUntil(state({ notBefore: silenceAfter(1e12, noon) }), noon), noon + 7 * 24 * hour);
		assert.equal(
			silentUntil(state({ notBefore: at(noon + 365 * 24 * hour) }), noon),
			undefined,
			"the clock was wrong",
		);
	});
});
