// Papers that come by themselves: a feed is found on a page, looked at, added, fetched into a digest of the day, and what
// is new is ranked by the manuscript.
import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ServerResponse } from "node:http";
import type { Asked } from "../../host/localWeb";
import { Editor } from "../pages/editor";
import { waitUntil } from "../pages/waiting";
import { story } from "../story";

const words =
	"over four hundred nights in two hospitals and find that a simple calibration halves the error without new hardware, " +
	"without any change of workflow, and without a single alarm that was missed.";

const items = [
	["Owls that read sheet music", `We measure the reading of owls ${words}`],
	[
		"Slide scanners and the uncertainty of pathology foundation models",
		`We measure the uncertainty of foundation models for whole-slide images in digital pathology ${words}`,
	],
	["Herons as patient controls", `We measure the patience of herons ${words}`],
];

const rssOf = (papers: readonly (readonly string[])[]): string =>
	'<?xml version="1.0"?><rss version="2.0"><channel><title>Journal of Owls</title>' +
	papers.map(([title, text]) => `<item><title>${title}</title><description>${text}</description></item>`).join("") +
	"</channel></rss>";

const rss = rssOf(items);

const page =
	"<!DOCTYPE html><html><head><title>Owls today</title>" +
	'<link rel="alternate" type="application/rss+xml" title="All articles" href="/feed.xml"></head><body></body></html>';

/** The web of these stories, and who was asked in it. */
function web(): { asked: string[]; network: (request: Asked, response: ServerResponse) => void } {
	const asked: string[] = [];
	const network = ({ url }: Asked, response: ServerResponse): void => {
		// The editor itself asks others.
		if (url.host.endsWith(".example")) asked.push(`${url.host}${url.pathname}`);
		if (url.pathname === "/feed.xml") response.end(rss);
		else if (url.host === "owls.example") response.end(page);
		else response.writeHead(500).end("oops");
	};
	return { asked, network };
}

/** Answers that differ from one request to the next; without one a site does not answer. */
function site(answers: Record<string, readonly (string | undefined)[]>, delayMs = 0) {
	const counts = new Map<string, number>();
	const network = ({ url: { host } }: Asked, response: ServerResponse): void => {
		const all = answers[host];
		if (!all) return void response.writeHead(404).end();
		const count = counts.get(host) ?? 0;
		counts.set(host, count + 1);
		const body = all[Math.min(count, all.length - 1)];
		if (body !== undefined) setTimeout(() => response.end(body), delayMs);
	};
	return { network, countOf: (host: string) => counts.get(host) ?? 0 };
}

const cranes = rssOf([["Cranes that fold themselves", `We measure the folding of cranes ${words}`]]);
const more = rssOf([...items, ["Storks on the roofs of server halls", `We measure the warmth of storks ${words}`]]);
const stalling = site({ "owls.example": [rss, more], "slow.example": [rssOf([]), undefined, cranes] });
const alone = site({ "owls.example": [rss], "cranes.example": [cranes] });
const shared = site({ "owls.example": [rss] }, 1500);

const feedsNamed = (...names: readonly string[]) => names.map(name => ({ name, url: `https://${name}.example/feed` }));

const owls = web();
const restrictedWeb = web();

const digests = (editor: Editor): readonly string[] => {
	try {
		return readdirSync(join(editor.folder, "digests"));
	} catch {
		return [];
	}
};

/** The files of the digest folder, by their names, with what is in them. */
const contents = (editor: Editor): readonly (readonly [string, string])[] =>
	[...digests(editor)].sort().map(name => [name, editor.read(`digests/${name}`)]);

suite("feeds", () => {
	story(
		"the address of a page becomes a feed, its papers a digest of the day, and the nearest to the manuscript is first",
		async editor => {
			owls.asked.length = 0;
			await editor.shelf.open();
			await editor.command("Citeshelf: Add feed…");
			await editor.pick.choose("RSS or Atom feed");
			await editor.pick.fill("http://owls.example/");
			await editor.pick.box.getByText("An address that begins with https:// was expected").waitFor();
			assert.deepEqual(owls.asked, [], "nobody was asked");
			await editor.pick.fill("https://owls.example/");
			await editor.press("Enter");
			await editor.pick.choose("All articles");
			await editor.pick.box.getByText("It holds 3 papers").waitFor();
			assert.deepEqual(digests(editor), [], "nothing is kept before it is asked for");
			await editor.pick.row("Add to ").click();
			await editor.pick.closed();
			await editor.status(/3 new papers in 1 feed/).waitFor();
			assert.deepEqual(owls.asked, ["owls.example/", "owls.example/feed.xml", "owls.example/feed.xml"]);
			const [file = ""] = digests(editor);
			assert.match(file, /^Journal-of-Owls-\d{4}-\d\d-\d\d\.digest\.json$/);
			assert.match(editor.read(".vscode/settings.json"), /"https:\/\/owls\.example\/feed\.xml"/);

			await editor.shelf.row(/^New since last time; 3 papers/).waitFor();
			await editor.open("slides.md");
			await editor.command("Citeshelf: What is new");
			const rows = await editor.pick.rowsBecome(found => found.length >= 3);
			assert.match(rows[0]?.label ?? "", /^Slide scanners/);
			assert.match(rows[0]?.detail ?? "", /patholog|foundation|slide/);
			assert.match(rows[0]?.description ?? "", /Journal-of-Owls/);
			await editor.press("Enter");
			await editor.pick.closed();
			await editor.panel.document(/Slide scanners/);

			await editor.command("Citeshelf: Fetch feeds");
			await editor.status(/Nothing new in 1 feed/).waitFor();
			assert.deepEqual(digests(editor), [file]);
		},
		{
			network: owls.network,
			files: {
				"slides.md":
					"# Foundation models of whole-slide images\n\nIn digital pathology, foundation models are as uncertain " +
					"as the scanners of their slides.\n",
			},
		},
	);

	story(
		"a feed that fails says so in the status, and can be fetched and removed there",
		async editor => {
			await editor.shelf.open();
			await editor.command("Citeshelf: Fetch feeds");
			await editor.notification(/Broken: It refused \(500\)/).waitFor();
			await editor.command("Citeshelf: Show status");
			await editor.pick.fill("Broken");
			const rows = await editor.pick.rowsBecome(found => found[0]?.label === "Broken");
			assert.match(rows[0]?.detail ?? "", /It refused \(500\): oops/);
			await editor.pick.rowButton("Broken", "Remove feed");
			await editor.notification(/Removed the feed Broken/).waitFor();
			await editor.fileBecomes(".vscode/settings.json", text => !text.includes("broken.example"));
		},
		{
			network: web().network,
			settings: {
				"citeshelf.feeds": [
					{ name: "Broken", url: "https://broken.example/feed" },
					{ name: "Owls", url: "https://owls.example/feed.xml" },
				],
			},
		},
	);

	story(
		"what comes by itself is told in a message once a day, and then in the status bar",
		async editor => {
			const message = editor.notification(/new papers? in your feeds/);
			await message.filter({ hasText: "3 new papers" }).waitFor({ timeout: 60_000 });
			await editor.command("Notifications: Clear All Notifications");
			const settings = JSON.parse(editor.read(".vscode/settings.json")) as Record<string, unknown>;
			const feeds = { "citeshelf.feeds": feedsNamed("owls", "cranes") };
			writeFileSync(join(editor.folder, ".vscode/settings.json"), JSON.stringify({ ...settings, ...feeds }));
			await editor.status(/1 new paper in your feeds/).waitFor({ timeout: 40_000 });
			assert.equal(await message.count(), 0, "there was a message that day");
			assert.deepEqual([alone.countOf("owls.example"), alone.countOf("cranes.example")], [1, 1]);
			assert.equal(digests(editor).length, 2);
		},
		{
			network: alone.network,
			settings: { "citeshelf.fetchFeeds": "hourly", "citeshelf.feeds": feedsNamed("owls") },
		},
	);

	story(
		"a fetch that is cancelled writes nothing, and the next one brings all of it",
		async editor => {
			await editor.shelf.open();
			await editor.command("Citeshelf: Fetch feeds");
			await editor.status(/3 new papers in 2 feeds/).waitFor();
			const before = contents(editor);
			assert.equal(before.length, 1);
			await editor.command("Citeshelf: Fetch feeds");
			const progress = editor.notification(/Fetching 2 feeds/);
			await waitUntil(
				() => stalling.countOf("slow.example") === 2 && stalling.countOf("owls.example") === 2,
				() => "the sites were not asked",
			);
			await progress.getByRole("button", { name: "Cancel" }).click();
			await progress.waitFor({ state: "hidden" });
			assert.deepEqual(contents(editor), before);
			await editor.command("Citeshelf: Fetch feeds");
			await editor.status(/2 new papers in 2 feeds/).waitFor();
			const after = contents(editor);
			assert.equal(after.length, 3);
			assert.deepEqual(
				after.filter(([name]) => before.some(([known]) => known === name)),
				before,
			);
			for (const [name, text] of after) assert.ok(Array.isArray(JSON.parse(text)), name);
		},
		{ network: stalling.network, settings: { "citeshelf.feeds": feedsNamed("owls", "slow") } },
	);

	story(
		"two windows that fetch at once keep each paper once",
		async editor => {
			const page = await editor.page.context().newPage();
			await page.goto(editor.page.url());
			await page.getByRole("tab", { name: /^Explorer/ }).waitFor({ timeout: 60_000 });
			const other = new Editor(page, editor.folder);
			await other.shelf.open();
			await editor.page.bringToFront();
			await editor.shelf.open();
			await editor.command("Citeshelf: Fetch feeds");
			await page.bringToFront();
			await other.command("Citeshelf: Fetch feeds");
			const said = await Promise.all(
				[editor, other].map(each => each.status(/in 1 feed/).innerText({ timeout: 40_000 })),
			);
			assert.deepEqual(said.map(text => /3 new papers|Nothing new/.exec(text)?.[0]).sort(), [
				"3 new papers",
				"Nothing new",
			]);
			assert.equal(shared.countOf("owls.example"), 2);
			const [first, ...others] = contents(editor);
			assert.deepEqual(others, []);
			assert.equal((JSON.parse(first?.[1] ?? "") as unknown[]).length, 3);
		},
		{ network: shared.network, settings: { "citeshelf.feeds": feedsNamed("owls") } },
	);

	story(
		"in Restricted Mode nothing is fetched",
		async editor => {
			await editor.status(/Restricted Mode/).waitFor();
			await editor.shelf.open();
			await editor.command("Citeshelf: Add feed…");
			await editor.pick.choose("Hugging Face daily papers");
			await editor.notification(/Feeds are not fetched in Restricted Mode/).waitFor();
			assert.deepEqual(restrictedWeb.asked, []);
		},
		{
			restricted: true,
			network: restrictedWeb.network,
			settings: {
				"citeshelf.fetchFeeds": "hourly",
				"citeshelf.feeds": [{ url: "https://owls.example/feed.xml" }],
			},
		},
	);
});
