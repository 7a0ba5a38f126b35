// Errors that are meant for people.

/** Something that the person can do about an error. */
export interface Remedy {
	readonly title: string;
	run(): unknown;
}

/** An error whose message says what happened and what to do, ready to be shown. */
export class UserError extends Error {
	constructor(
		message: string,
		readonly remedies: readonly Remedy[] = [],
	) {
		super(message);
	}
}

/** For what can do without: an error meant for people is no answer; any other is thrown on. */
export function ignoreUserError(error: unknown): undefined {
	if (!(error instanceof UserError)) throw error;
}
