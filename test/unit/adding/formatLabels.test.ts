// Every format that is read has a name for people.
import { deepEqual } from "node:assert/strict";
import { htmlFormats } from "../../../src/core/digests/html/formats";
import { jsonFormats } from "../../../src/core/digests/json/formats";
import { mailFormats } from "../../../src/core/digests/mail/formats";
import { tableFormats } from "../../../src/core/digests/tables/formats";
import { taggedFormats } from "../../../src/core/digests/tagged/formats";
import { textFormats } from "../../../src/core/digests/text/formats";
import { xmlFormats } from "../../../src/core/digests/xml/formats";
import { formatLabels } from "../../../src/core/formatLabels";

test("every format has a name for people", () => {
	const formats = [
		htmlFormats,
		jsonFormats,
		mailFormats,
		tableFormats,
		taggedFormats,
		textFormats,
		xmlFormats,
	].flat();
	deepEqual(
		formats.map(({ name }) => name).filter(name => !(name in formatLabels)),
		[],
	);
});
