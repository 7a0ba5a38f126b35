// Files that are no text at all: told by their first bytes, else by their control characters.

/** First bytes of files that people take for a digest by mistake (PRONOM, the formats' own specifications). */
const signatures: readonly (readonly [string, string])[] = [
	["PK\x03\x04", "a ZIP archive (also .docx and .epub are)"],
	["\x89PNG\r\n", "a PNG image"],
	["\xff\xd8\xff", "a JPEG image"],
	["GIF8", "a GIF image"],
	["II*\0", "a TIFF image"],
	["MM\0*", "a TIFF image"],
	["\x1f\x8b", "a gzip archive"],
	["7z\xbc\xaf\x27\x1c", "a 7-Zip archive"],
	["Rar!\x1a\x07", "a RAR archive"],
	["BZh9", "a bzip2 archive"],
	["\xfd7zXZ\0", "an xz archive"],
	["\x28\xb5\x2f\xfd", "a Zstandard archive"],
	["\xd0\xcf\x11\xe0", "an old Microsoft Office document"],
	["{\\rtf", "a rich text document"],
	["%!PS-", "a PostScript document"],
	["AT&TFORM", "a DjVu document"],
	["SQLite format 3", "an SQLite database"],
	["\x7fELF", "a program"],
	["bplist00", "a binary property list"],
	["PAR1", "a Parquet table"],
	["\x89HDF\r\n", "an HDF5 file"],
	["ID3", "a sound file"],
	["OggS", "a sound file"],
	["RIFF", "a sound, film or image file"],
];

/** What a file is by its first bytes; a PDF may have some bytes before its head (ISO 32000-1, annex H, note 13). */
export function signatureOf(content: Uint8Array): string | undefined {
	const head = String.fromCharCode(...content.subarray(0, 1024));
	if (/^(?:\xef\xbb\xbf)?[\s\0]*%PDF-/.test(head)) return "a PDF document";
	return signatures.find(([start]) => head.startsWith(start))?.[1];
}

/** Binary files have a control character in every few bytes; a text that was damaged has one here and there. */
const mostControls = 0.05;

/** Why bytes are no text: too many control characters that no text holds. Zeros at the end are what a crash leaves. */
export function binaryReason(content: Uint8Array): string | undefined {
	const end = lastNonZero(content);
	if (end === 0 && content.length > 0) return "binary data (all bytes are 0)";
	let controls = 0;
	let first = -1;
	for (let i = 0; i < end; i++) {
		const byte = content[i] ?? 0;
		if (byte > 31 || (byte > 8 && byte < 14) || byte === 27) continue;
		if (first < 0) first = i;
		controls++;
	}
	if (controls <= Math.max(end * mostControls, end < 400 ? 4 : 0)) return undefined;
	return `binary data (byte ${first} is ${content[first] ?? 0})`;
}

function lastNonZero(content: Uint8Array): number {
	let end = content.length;
	while (end > 0 && content[end - 1] === 0) end--;
	return end;
}
