// A network for tests in the extension host: the host's own `fetch` is replaced for their time, and every request is
// counted. arXiv knows the titles that the test names; all others know nothing.
import { directory } from "../../src/core/metadata/directory";

export interface Network {
	/** What was asked, in order. */
	readonly asked: readonly { readonly host: string; readonly url: string }[];
	/** The hosts of catalogues. */
	readonly hosts: ReadonlySet<string>;
	/** Whether no request gets an answer. */
	isDown: boolean;
	readonly restore: () => void;
}

export function network(known: readonly string[]): Network {
	const own = globalThis.fetch;
	const asked: { host: string; url: string }[] = [];
	const hosts = new Set<string>(Object.values(directory).flatMap(each => [...each.hosts]));
	const made = { asked, hosts, isDown: false, restore: () => (globalThis.fetch = own) };
	globalThis.fetch = (input, init) => {
		const url = new URL(input instanceof Request ? input.url : String(input));
		if (url.protocol !== "https:") return own(input, init);
		// The editor itself asks for its experiments, whenever it likes.
		if (!url.host.endsWith("exp-tas.com")) asked.push({ host: url.host, url: url.href });
		if (made.isDown) return Promise.reject(new TypeError("fetch failed"));
		return Promise.resolve(answerOf(url, known));
	};
	return made;
}

function answerOf({ host, pathname, searchParams }: URL, known: readonly string[]): Response {
	if (host === "export.arxiv.org") return feed(searchParams, known);
	if (host === "eutils.ncbi.nlm.nih.gov") return json({ esearchresult: { count: "0", idlist: [] } });
	if (host === "api.semanticscholar.org") return json(pathname.endsWith("/batch") ? [null] : { total: 0 });
	if (host === "api.openalex.org") return json({ results: [] });
	if (host === "api.datacite.org") return json({ data: [] });
	if (host === "api.crossref.org") return json({ status: "ok", message: { items: [] } });
	return new Response("Resource not found.", { status: 404 });
}

function json(value: unknown): Response {
	return new Response(JSON.stringify(value), { headers: { "content-type": "application/json" } });
}

/** The nth known title is that of 2503.0123(4 + n). */
function feed(asked: URLSearchParams, known: readonly string[]): Response {
	const words = (asked.get("search_query") ?? "").toLowerCase();
	const ids = asked.get("id_list") ?? "";
	const found = known.map((title, i) => ({ title, id: `2503.${String(1234 + i).padStart(5, "0")}` }));
	const entries = found
		.filter(({ title, id }) => ids.includes(id) || words.includes(title.toLowerCase().split(" ")[0] ?? title))
		.map(
			({ title, id }) =>
				`<entry><id>http://arxiv.org/abs/${id}v1</id><title>${title}</title><summary>On it.</summary>` +
				`<published>2025-03-02T00:00:00Z</published><arxiv:primary_category term="cs.CY"/>` +
				`<author><name>Pia Marten</name></author></entry>`,
		);
	const head = '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">';
	return new Response(`${head}${entries.join("")}</feed>`, { headers: { "content-type": "application/atom+xml" } });
}
