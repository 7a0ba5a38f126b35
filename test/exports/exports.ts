// Exports of papers in the formats that people receive them in, made here so that a test knows what they hold.
import { jsonExports } from "./json";
import { mailExports } from "./mail";
import { taggedExports } from "./tagged";
import { textExports } from "./text";
import type { Export } from "./written";
import { xmlExports } from "./xml";

export type { Export } from "./written";

export const allExports: readonly Export[] = [
	...textExports,
	...taggedExports,
	...xmlExports,
	...jsonExports,
	...mailExports,
];
