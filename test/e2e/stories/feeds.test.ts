// Papers that come by themselves: a feed is found on a page, looked at, added, fetched into a digest of the day, and what
// is new is ranked by the manuscript.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { ServerResponse } from "node:http";
import type { Asked } from "../../host/localWeb";
import type { Editor } from "../pages/editor";
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

const rss =
	'<?xml version="1.0"?><rss version="2.0"><channel><title>Journal of Owls</title>' +
	items.map(([title, text]) => `<item><title>${title}</title><description>${text}</description></item>`).join("") +
	"</channel></rss>";

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

const owls = web();
const restrictedWeb = web();

const digests = (editor: Editor): readonly string[] => {
	try {
		return readdirSync(join(editor.folder, "digests"));
	} catch {
		return [];
	}
};

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
