// Texts that come from digests and files, in places where the editor takes some signs for more than letters.

/**
 * A text for a row, a message or the status bar that shows as it is written: without a joint of no width, the editor
 * would draw `$(trash)` as an icon, and `[text](command:…)` in a message as a link that runs a command.
 */
export function asWritten(text: string): string {
	return text.replace(/\$(?=\([\w~-]+\))|\](?=\()/g, "$&\u200b");
}
