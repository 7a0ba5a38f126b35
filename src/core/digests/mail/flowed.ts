// `text/plain; format=flowed`: lines that were cut to be sent are put together again (RFC 3676, section 4).

export function unflow(text: string, deletesSpace: boolean): string {
	const lines: string[] = [];
	let open: { pieces: string[]; depth: number } | undefined;
	const close = () => {
		if (open) lines.push(open.pieces.join(""));
		open = undefined;
	};
	for (const line of text.split(/\r?\n/)) {
		const marks = /^>*/.exec(line)?.[0] ?? "";
		const content = line.slice(marks.length).replace(/^ /, "");
		const isSignature = content === "-- ";
		if (open && (open.depth !== marks.length || isSignature)) close();
		const isFlowed = content.endsWith(" ") && !isSignature;
		const piece = isFlowed && deletesSpace ? content.slice(0, -1) : content;
		if (open) open.pieces.push(piece);
		else open = { pieces: [marks === "" ? piece : `${marks} ${piece}`], depth: marks.length };
		if (!isFlowed) close();
	}
	close();
	return lines.join("\n");
}
