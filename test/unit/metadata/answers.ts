// Answers as catalogues give them, made for tests.

import type {
	Answer,
	CatalogueName,
	CatalogueRequest,
	Query,
	Reading,
	Wanted,
} from "../../../src/core/metadata/catalogue";
import { catalogues } from "../../../src/core/metadata/catalogues";
import { paperId } from "../../../src/core/identity";

export function answer(
	body: Uint8Array | string,
	status = 200,
	headers: Readonly<Record<string, string>> = {},
): Answer {
	return { status, headers, body: typeof body === "string" ? new TextEncoder().encode(body) : body };
}

function catalogue(name: CatalogueName): (typeof catalogues)[number] {
	const found = catalogues.find(one => one.name === name);
	if (!found) throw new Error(name);
	return found;
}

export function readAnswer(name: CatalogueName, body: Uint8Array | string, status = 200): Reading {
	return catalogue(name).read(answer(body, status));
}

export function requestsOf(name: CatalogueName, query: Query): readonly CatalogueRequest[] {
	return catalogue(name).request(query);
}

/** A paper of a digest with these fields alone. */
export function wanted(fields: Partial<Wanted>): Wanted {
	const all = { title: "", abstract: "", authors: [], ...fields };
	return { id: paperId(all), ...all };
}
