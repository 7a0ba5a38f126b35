// Feeds in the real editor: nothing is asked before somebody asks for it, each fetch is a dated digest, and a second one
// adds nothing. The network is that of the test: the host's own `fetch` is replaced for its time.
import * as vscode from "vscode";
import { equal, ok } from "./assert";
import { activated, changingShelf, closeAll, nameOf, waitUntil, workspaceFile, write } from "./support";

interface Summary {
	readonly answered: number;
	readonly digests: readonly vscode.Uri[];
	readonly fresh: number;
	readonly faults: readonly { readonly fault: { readonly code: string } }[];
}

const abstract =
	"We measure it over four hundred nights in two hospitals and find that a simple calibration halves the error " +
	"without new hardware, without any change of workflow, and without a single alarm that was missed.";

const rss = (...titles: readonly string[]) =>
	'<rss version="2.0"><channel><title>Journal of Owls</title>' +
	titles.map(title => `<item><title>${title}</title><description>${abstract}</description></item>`).join("") +
	"</channel></rss>";

const atom = (title: string, id: string) =>
	'<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id><entry>' +
	`<id>http://arxiv.org/abs/${id}v1</id><published>2026-09-04T10:00:00Z</published><title>${title}</title>` +
	`<summary>${abstract}</summary><author><name>Ada Heron</name></author></entry></feed>`;

const answers: Readonly<Record<string, () => Response>> = {
	"owls.example": () => new Response(rss("Owls that read sheet music", "Herons as patient controls")),
	"export.arxiv.org": () => new Response(atom("Herons as patient controls", "2609.01234")),
	"busy.example": () => new Response("", { status: 429, headers: { "retry-after": "3600" } }),
	"broken.example": () => new Response("oops", { status: 500 }),
	"moved.example": () => new Response(null, { status: 301, headers: { location: "https://evil.example/" } }),
	"cranes.example": () => new Response(rss("Cranes that fold themselves")),
};

const mail = [
	"From: Alerts <alerts@journal.example>",
	"Date: Thu, 3 Sep 2026 08:00:00 +0000",
	"Subject: New in the Journal of Storks",
	"MIME-Version: 1.0",
	'Content-Type: text/plain; charset="utf-8"',
	"",
	"Storks on the roofs of server halls",
	abstract,
	"",
].join("\r\n");

const setFeeds = async (feeds: readonly unknown[] | undefined, target = vscode.ConfigurationTarget.Workspace) =>
	vscode.workspace.getConfiguration("citeshelf").update("feeds", feeds, target);

const fetchFeeds = async (argument?: unknown) => {
	const summary = await vscode.commands.executeCommand<Summary | undefined>("citeshelf.fetchFeeds", argument);
	ok(summary, "the feeds were fetched");
	return summary;
};

suite("feeds", () => {
	const own = globalThis.fetch;
	const asked: string[] = [];
	const written: vscode.Uri[] = [];

	suiteSetup(async () => {
		await activated();
		// Digests that other tests have just deleted are off the shelf after it.
		await vscode.commands.executeCommand("citeshelf.reload");
		globalThis.fetch = (input, init) => {
			const url = new URL(input instanceof Request ? input.url : String(input));
			if (url.protocol !== "https:" || url.hostname.endsWith("localhost")) return own(input, init);
			const answer = answers[url.host];
			// The editor itself asks for its experiments, whenever it likes.
			if (!url.host.endsWith("exp-tas.com")) asked.push(url.host);
			return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError("fetch failed"));
		};
	});

	teardown(closeAll);

	suiteTeardown(async () => {
		globalThis.fetch = own;
		await setFeeds(undefined);
		await setFeeds(undefined, vscode.ConfigurationTarget.Global);
		for (const uri of written) await vscode.workspace.fs.delete(uri);
		await vscode.workspace.fs.delete(workspaceFile("alerts"), { recursive: true });
		await vscode.commands.executeCommand("citeshelf.reload");
	});

	test("a setting alone asks nobody", async () => {
		await setFeeds([{ url: "https://owls.example/feed", name: "Owls" }, { arxiv: "q-bio" }, "?"]);
		equal(asked, []);
	});

	test("a fetch is a digest of the day for each feed, and the next one adds nothing", async () => {
		const api = await activated();
		const before = (await api.papers()).length;
		const summary = await fetchFeeds();
		written.push(...summary.digests);
		equal([...asked].sort(), ["export.arxiv.org", "owls.example"]);
		equal([summary.answered, summary.fresh, summary.faults], [2, 2, []]);
		const names = summary.digests.map(nameOf).map(name => name.replace(/\d{4}-\d\d-\d\d/, "DAY"));
		equal(names.sort(), ["Owls-DAY.digest.json", "arxiv-q-bio-DAY.digest.json"]);
		ok(
			summary.digests.every(({ path }) => path.includes("/digests/")),
			"they lie in the digest folder",
		);
		const papers = await api.papers();
		equal(papers.length, before + 2);
		const heron = papers.find(({ title }) => title === "Herons as patient controls");
		equal([heron?.arxiv, heron?.authors], ["2609.01234", [{ family: "Heron", given: "Ada" }]]);
		const again = await fetchFeeds();
		equal([again.digests, again.fresh, asked.length], [[], 0, 4]);
	});

	test("a feed that fails costs no other, and no other host is asked", async () => {
		const names = ["moved", "broken", "cranes", "offline", "busy"];
		await setFeeds(names.map(name => ({ url: `https://${name}.example/` })));
		asked.length = 0;
		const keys = names.filter(name => name !== "busy").map(name => `web https://${name}.example/`);
		const summary = await fetchFeeds({ keys });
		written.push(...summary.digests);
		equal([summary.answered, summary.fresh], [1, 1]);
		equal(summary.faults.map(({ fault }) => fault.code).sort(), [
			"fetch-elsewhere",
			"fetch-offline",
			"fetch-refused",
		]);
		equal([...asked].sort(), ["broken.example", "cranes.example", "moved.example", "offline.example"]);
		asked.length = 0;
		const one = await fetchFeeds({ keys: ["web https://cranes.example/"] });
		equal([asked, one.answered], [["cranes.example"], 1]);
		await fetchFeeds({ keys: ["web https://busy.example/"] });
		const busy = await fetchFeeds({ keys: ["web https://busy.example/"] });
		equal([asked.length, busy.faults.map(({ fault }) => fault.code)], [2, ["fetch-busy"]]);
	});

	test("mails in a folder are read without the network", async () => {
		const api = await activated();
		await write("alerts/one.eml", mail);
		await write("alerts/two.txt", "no mail");
		await setFeeds([{ mail: "alerts" }, { mail: "../.." }]);
		asked.length = 0;
		const summary = await fetchFeeds();
		written.push(...summary.digests);
		equal([asked, summary.fresh], [[], 1]);
		equal(
			summary.faults.map(({ fault }) => fault.code),
			["folder-outside"],
		);
		ok((await api.search("storks server halls"))[0]?.paper.title.startsWith("Storks"), "the paper is found");
		equal((await fetchFeeds()).digests, []);
	});

	test("a feed is looked at, added for the person alone, and fetched", async () => {
		const api = await activated();
		asked.length = 0;
		let summary: Summary | undefined;
		const adding = Promise.resolve(
			vscode.commands.executeCommand<Summary | undefined>("citeshelf.addFeed", {
				url: "https://owls.example/other",
			}),
		).then(done => (summary = done));
		await waitUntil(async () => {
			await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
			return summary !== undefined;
		}, "the feed was not added");
		await adding;
		written.push(...(summary?.digests ?? []));
		equal(asked, ["owls.example", "owls.example"]);
		equal(
			summary?.digests.map(nameOf).map(name => name.replace(/\d{4}-\d\d-\d\d/, "DAY")),
			["Journal-of-Owls-DAY.digest.json"],
		);
		const { globalValue } = vscode.workspace.getConfiguration("citeshelf").inspect("feeds") ?? {};
		equal(globalValue, [{ name: "Journal of Owls", url: "https://owls.example/other" }]);
		const owl = (await api.papers()).find(({ title }) => title.startsWith("Owls that read"));
		ok(owl, "the paper is there");
		equal((await api.appearances(owl.id)).length, 2, "it is one paper in two digests");
	});

	test("feeds are fetched by themselves only when that is switched on, and then once", async () => {
		const configuration = vscode.workspace.getConfiguration("citeshelf");
		await setFeeds([{ url: "https://cranes.example/by-itself" }]);
		asked.length = 0;
		await configuration.update("fetchFeeds", "hourly", vscode.ConfigurationTarget.Workspace);
		await waitUntil(() => asked.length > 0, "nothing was fetched");
		await setFeeds([{ url: "https://cranes.example/by-itself", name: "Cranes" }]);
		await new Promise(resolve => setTimeout(resolve, 3000));
		await configuration.update("fetchFeeds", undefined, vscode.ConfigurationTarget.Workspace);
		equal(
			asked.filter(host => host === "cranes.example"),
			["cranes.example"],
		);
	});

	test("a feed that is no feed is refused with what was expected", async () => {
		asked.length = 0;
		await vscode.commands.executeCommand("citeshelf.addFeed", { url: "http://owls.example/" });
		equal(asked, []);
	});

	test("what is written is left alone when the shelf changes", async () => {
		const api = await activated();
		const [first] = written;
		ok(first, "something was written");
		const { mtime } = await vscode.workspace.fs.stat(first);
		await changingShelf(api, () => write("digests/more.digest.txt", `A late bird\n${abstract}\n`));
		await fetchFeeds();
		equal((await vscode.workspace.fs.stat(first)).mtime, mtime);
		await vscode.workspace.fs.delete(workspaceFile("digests/more.digest.txt"));
	});
});
