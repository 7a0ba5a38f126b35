// Which DOIs name a preprint, and which of them are versions of one: the DOI of a preprint says nothing against the DOI
// of the published version. Sources: the servers' own pages on their identifiers, and Crossref's and DataCite's prefixes.

export interface Preprint {
	/** The server, as a stable name. Two servers may hold the same work; one server gives it one number. */
	readonly server: string;
	/** The DOI in lower case without its version. */
	readonly number: string;
}

interface Server {
	readonly server: string;
	readonly pattern: RegExp;
	/** The version at the end of its DOIs, if it gives one to each version. */
	readonly version?: RegExp;
}

const servers: readonly Server[] = [
	{ server: "arxiv", pattern: /^10\.48550\/arxiv\./, version: /v\d+$/ },
	// Cold Spring Harbor's journals share the prefix of bioRxiv and medRxiv; preprints have a number or a date alone.
	{
		server: "biorxiv",
		pattern: /^10\.(?:1101|64898)\/(?:\d{5,7}|\d{4}\.\d\d\.\d\d\.\d{5,9})(?:v\d+)?$/,
		version: /v\d+$/,
	},
	{ server: "ssrn", pattern: /^10\.2139\/ssrn\./ },
	{ server: "researchsquare", pattern: /^10\.21203\/rs\./, version: /\/v\d+$/ },
	{ server: "preprints.org", pattern: /^10\.20944\/preprints/, version: /\.v\d+$/ },
	{ server: "chemrxiv", pattern: /^10\.26434\/chemrxiv/, version: /[-.]v\d+$/ },
	// PsyArXiv, SocArXiv, OSF Preprints and the other servers at OSF; EdArXiv, EcoEvoRxiv, MediArXiv, BodoArXiv, SportRxiv.
	{ server: "osf", pattern: /^10\.(?:312(?:19|2\d|3\d)|35542|32942|33767|34055|51224)\//, version: /_v\d+$/ },
	{ server: "authorea", pattern: /^10\.22541\//, version: /\/v\d+$/ },
	{ server: "essoar", pattern: /^10\.1002\/essoar\.\d/, version: /(?<=\d)\.\d+$/ },
	{ server: "techrxiv", pattern: /^10\.36227\/techrxiv\./, version: /[./]v\d+$/ },
	{ server: "peerj", pattern: /^10\.7287\/peerj\.preprints\./, version: /v\d+$/ },
	{ server: "qeios", pattern: /^10\.32388\//, version: /\.\d+$/ },
	{ server: "cambridge", pattern: /^10\.33774\//, version: /-v\d+$/ },
	{ server: "scielo", pattern: /^10\.1590\/scielopreprints\./ },
	{ server: "jmir", pattern: /^10\.2196\/preprints\./ },
	{ server: "egusphere", pattern: /^10\.5194\/egusphere-\d{4}-/ },
	{ server: "beilstein", pattern: /^10\.3762\/bxiv\./, version: /\.v\d+$/ },
	{ server: "jxiv", pattern: /^10\.51094\/jxiv\./ },
];

/** The preprint that a DOI names; `undefined` for the DOI of anything published. */
export function preprintOf(doi: string): Preprint | undefined {
	const folded = doi.toLowerCase();
	const found = servers.find(({ pattern }) => pattern.test(folded));
	if (!found) return undefined;
	return { server: found.server, number: found.version ? folded.replace(found.version, "") : folded };
}

/** Whether a venue is a preprint server, and no journal. */
export function isPreprintVenue(venue: string): boolean {
	return /\b(?:arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|socarxiv|techrxiv|\w{2,12}rxiv|ssrn|research square|preprints?(?:\.org)?|authorea|openrxiv|corr)\b/i.test(
		venue,
	);
}
