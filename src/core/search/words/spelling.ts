// One spelling for words that British and American English write differently, so that either finds both.

/** Reviewed one by one: each rule touches only the words it is for. */
const rules: readonly (readonly [of: RegExp, into: string])[] = [
	[/(behavi|col|fav|flav|harb|hon|hum|lab|neighb|od|rig|rum|tum|vap|vig)our/, "$1or"],
	[/^(an|gyn|h|isch|leuk|p|f|c|aer?oph)ae(?=m|st|c|d|s)/, "$1e"],
	[/(?<=[a-z])aemi/, "emi"],
	[/haem/, "hem"],
	[/paedi|paede?(?=$|s)/, "pedi"],
	[/^aeti/, "eti"],
	[/^oe(?=dem|soph|str)/, "e"],
	[/foet/, "fet"],
	[/rrhoe/, "rrhe"],
	[/^coeli/, "celi"],
	[/manoeuvr/, "maneuver"],
	[/^leuco/, "leuko"],
	[/sulph/, "sulf"],
	[
		/(author|categor|catheter|central|character|civil|colon|custom|digit|emphas|final|formal|general|harmon|hospital|immun|initial|ion|item|liberal|local|magnet|material|maxim|mechan|memor|minim|mobil|modern|neutral|normal|optim|organ|oxid|parameter|personal|polar|polymer|prior|quant|random|real|recogn|regular|sensit|special|stabil|standard|steril|stigmat|summar|symbol|synchron|synthes|token|util|vectori?|visual)is(?=e|ing|ation)/,
		"$1iz",
	],
	[/(anal|catal|dial|paral)yz(?=e|ing)/, "$1ys"],
	[/^(calib|cent|fib|lit|(?:kilo|centi|milli|micro|nano)?met|tit)re(?=s?$)/, "$1er"],
	[/(cancel|channel|equal|fuel|label|level|model|signal|total|travel|tunnel)l(?=ed|ing|er)/, "$1"],
	[/^(anal|catal|dial)ogue/, "$1og"],
	[/^programme(?=s?$)/, "program"],
	[/^artefact/, "artifact"],
	[/^judgement/, "judgment"],
	[/^ageing$/, "aging"],
	[/^grey/, "gray"],
	[/^defence/, "defense"],
	[/^sceptic/, "skeptic"],
];

/** What the rules can touch, to leave other words alone at once. */
const candidate = /our|ae|oe|eu[cs]|ulph|is[ei]|isation|yz|[bct]re|ll|ogue|mme|arte|dgem|agei|grey|fence|scep/;

/** A folded word in American spelling. */
export function oneSpelling(word: string): string {
	if (!candidate.test(word)) return word;
	return rules.reduce((spelt, [of, into]) => spelt.replace(of, into), word);
}
