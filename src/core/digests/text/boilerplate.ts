// What belongs to a mail or a page and to no paper: its own lines, and a button's word glued to the next title.

/** Lines of mails and of pages around the papers. Each rule is short of a real title in form, not in one sample. */
const mailLines: readonly RegExp[] = [
	/^(?:get|receive|sign up|subscribe)\b.{0,80}\b(?:in|to) your (?:e-?mail )?inbox\b.{0,40}$/i,
	/^(?:un)?subscribe(?: now| here| today| for free| to (?:our|the|this|my) .{1,40})?[.!]?$/i,
	/^(?:sign up|sign in|log in|read more|view all|see all|share|forward|follow us)(?: now| here| on [a-z]{1,10})?[.!]?$/i,
	/^(?:view|open|read) (?:(?:this|the) )?(?:e-?mail |message |newsletter |mail |page |it )?(?:in|on) (?:your|the|a) (?:web ?)?browser\b/i,
	/^(?:view|open|read) in (?:web ?)?browser$/i,
	/^you(?: are|’re|'re)? (?:received|receiving|got|getting|subscribed)\b.{0,80}\b(?:e-?mail|message|newsletter|digest|alert)s?\b/i,
	/^(?:manage|update|change|edit) (?:your|my|e-?mail) (?:e-?mail )?(?:subscriptions?|preferences|settings|alerts?)\b/i,
	/^(?:to |click here to |click to )?unsubscribe\b(?!:)/i,
	/^(?:©|\(c\)|copyright\b) ?(?:\d{4}|by)\b/i,
	/^-{2,}.{0,40}(?:forwarded|original) message.{0,40}$/i,
	/^(?:privacy policy|terms of (?:use|service)|all rights reserved)(?: [|·•-].{0,60})?\.?$/i,
	/^by .{1,40} and the .{1,30} community$/i,
	/^trending papers$/i,
];

/** The head of a mail, before the first paper (RFC 5322, section 3.6). */
const mailHead = /^(?:from|to|cc|subject|date|sent|reply-to|message-id|url|page title):\s/i;

const longestLine = 200;

/** Whether a line belongs to the mail around the papers. */
export function isBoilerplate(line: string, isBeforePapers: boolean): boolean {
	if (line.length > longestLine) return false;
	const bare = line.replace(/^[#*_>\s]+|[*_]+(?=:)|[*_\s]+$/g, "");
	if (bare === "" || /^[-=_*~•·.]{3,}$/.test(line)) return true;
	return mailLines.some(rule => rule.test(bare)) || (isBeforePapers && mailHead.test(bare));
}

/**
 * The word of a button that was glued to a title when the mail became text (`SubscribeLimitations of …`), or nothing.
 * Only the line right behind a line of the mail is looked at, and only before a capital that begins another word.
 */
export function gluedButton(line: string): string | undefined {
	return /^(?:Subscribe|Unsubscribe|Sign up|Sign Up|Read more|View all)(?=\p{Lu}\p{Ll}|\p{Lu}{2}|\p{Lu} )/u.exec(
		line,
	)?.[0];
}
