// Small parts that the readers of JSON share with others.

import assert from "node:assert/strict";
import { nameOfParts } from "../../../../src/core/digests/names";
import { findDoi } from "../../../../src/core/identity";

suite("Names in parts", () => {
	test("have their particles told apart", () => {
		assert.deepEqual(nameOfParts("van der Berg", "Jan", "Jr."), {
			family: "Berg",
			given: "Jan",
			particle: "van der",
			suffix: "Jr.",
		});
		assert.deepEqual(nameOfParts("Del Maestro", "A."), { family: "Del Maestro", given: "A." });
		assert.deepEqual(nameOfParts("van"), { family: "van" });
	});
});

suite("DOIs of serials' articles", () => {
	test("hold angle brackets, which tags beside a DOI do not join", () => {
		const sici = "10.1002/(sici)1099-1190(200001/02)10:1<51::aid-nem357>3.0.co;2-g";
		assert.equal(findDoi(`https://doi.org/${sici}.`), sici);
		assert.equal(findDoi("<p>10.1000/abc</p><b>x</b>"), "10.1000/abc");
		assert.equal(findDoi("10.1000/abc<br>http://x"), "10.1000/abc");
	});
});
