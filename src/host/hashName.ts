// Names of files for what has no short name.

/** A name of 32 letters that stands for a text. */
export async function hashName(text: string): Promise<string> {
	const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
	return [...hash.subarray(0, 16)].map(byte => byte.toString(16).padStart(2, "0")).join("");
}
