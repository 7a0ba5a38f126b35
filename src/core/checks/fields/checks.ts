// All checks of fields, by the names of the fields.

import type { LocalFinding } from "../finding";
import { date, month, year } from "./dates";
import { doi } from "./doi";
import type { Field, FieldCheck, FieldContext } from "./field";
import { names } from "./names";
import { isbn, issn } from "./numbers";
import { pages } from "./pages";

const byName: ReadonlyMap<string, FieldCheck["check"]> = new Map(
	[date, doi, isbn, issn, month, names, pages, year].flatMap(each =>
		each.names.map(name => [name, each.check] as const),
	),
);

/** What is wrong with the values of fields. */
export function checkFields(fields: readonly Field[], context: FieldContext): readonly LocalFinding[] {
	return fields.flatMap(field => (field.isMade ? [] : (byName.get(field.name)?.(field, context) ?? [])));
}
