// The value by which a page's policy knows its script.

/** 128 random bits for a page's content security policy. */
export function makeNonce(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");
}
