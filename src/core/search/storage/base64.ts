// Bytes as text that fits into JSON.

const chunk = 0x6000;

/** Bytes in base64 (RFC 4648). */
export function encode(bytes: Uint8Array): string {
	let text = "";
	for (let at = 0; at < bytes.length; at += chunk) {
		text += btoa(String.fromCharCode(...bytes.subarray(at, at + chunk)));
	}
	return text;
}

/** The bytes of a base64 text; none of anything else. */
export function decode(text: unknown): Uint8Array {
	if (typeof text !== "string" || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) {
		return new Uint8Array();
	}
	const decoded = atob(text);
	const bytes = new Uint8Array(decoded.length);
	for (let i = 0; i < bytes.length; i++) bytes[i] = decoded.charCodeAt(i);
	return bytes;
}
