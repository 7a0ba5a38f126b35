// A digest that the engine fails on is set aside, so that the others are read.
import assert from "node:assert/strict";
import { Culprits } from "../../../src/library/culprits";

suite("A digest that the engine fails on", () => {
	test("is tried again once, then set aside until its files change", () => {
		const culprits = new Culprits();
		culprits.blame("a", "1:10", "out of memory");
		assert.equal(culprits.reasonFor("a", "1:10"), undefined);
		assert.equal(culprits.takeNew(), false);
		culprits.blame("a", "1:10", "out of memory");
		assert.equal(culprits.reasonFor("a", "1:10"), "out of memory");
		assert.equal(culprits.reasonFor("a", "2:11"), undefined);
		assert.equal(culprits.reasonFor("b", "1:10"), undefined);
	});

	test("is worth one more reading of the others, and no endless number", () => {
		const culprits = new Culprits();
		for (let i = 0; i < 3; i++) culprits.blame("a", "1:10", "x");
		assert.deepEqual([culprits.takeNew(), culprits.takeNew()], [true, false]);
	});

	test("has another chance when its files changed, or when everything is read again", () => {
		const culprits = new Culprits();
		culprits.blame("a", "1:10", "x");
		culprits.blame("a", "2:10", "x");
		assert.equal(culprits.reasonFor("a", "2:10"), undefined);
		culprits.blame("a", "2:10", "x");
		culprits.clear();
		assert.equal(culprits.reasonFor("a", "2:10"), undefined);
	});
});
