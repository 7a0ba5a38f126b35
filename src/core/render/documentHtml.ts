// The document of a webview: a strict policy, one style, one script, and nothing else that could load or run.

import { escapeHtml } from "./escape";

export interface DocumentFrame {
	/** A random value for the one script of the page. */
	readonly nonce: string;
	/** `webview.cspSource`. */
	readonly cspSource: string;
	readonly scriptUri: string;
	readonly styleUri: string;
}

export interface DocumentContent {
	readonly title: string;
	/** Whether the page shows pictures of the extension. */
	readonly hasImages?: boolean;
	/** Attributes of the body, escaped. */
	readonly attributes?: string;
	/** HTML, escaped. */
	readonly body: string;
}

export function documentHtml(
	{ nonce, cspSource, scriptUri, styleUri }: DocumentFrame,
	{ title, hasImages = false, attributes = "", body }: DocumentContent,
): string {
	const policy = [
		`default-src 'none'`,
		`style-src ${cspSource}`,
		`script-src 'nonce-${nonce}'`,
		...(hasImages ? [`img-src ${cspSource}`] : []),
		`base-uri 'none'`,
		`form-action 'none'`,
	].join("; ");
	return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapePolicy(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${escapeHtml(styleUri)}">
</head>
<body${attributes === "" ? "" : ` ${attributes}`}>
${body}
<script nonce="${escapeHtml(nonce)}" src="${escapeHtml(scriptUri)}"></script>
</body>
</html>
`;
}

/** Keeps the apostrophes of a policy; everything else as in any attribute. */
function escapePolicy(policy: string): string {
	return escapeHtml(policy).replaceAll("&#39;", "'");
}
