// Numbers and bytes as text that fits into JSON.

const chunk = 0x6000;

/** The bytes of an array in base64 (RFC 4648); numbers of more than a byte in the order of the machine. */
export function encode(array: Float32Array | Int8Array | Uint8Array | Uint32Array): string {
	const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
	let text = "";
	for (let at = 0; at < bytes.length; at += chunk) {
		text += btoa(String.fromCharCode(...bytes.subarray(at, at + chunk)));
	}
	return text;
}

/** The bytes of a base64 text, as many whole units of `size` as there are; none of anything else. */
export function decode(text: unknown, size = 1): ArrayBuffer {
	if (typeof text !== "string" || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) {
		return new ArrayBuffer(0);
	}
	const decoded = atob(text);
	const bytes = new Uint8Array(decoded.length - (decoded.length % size));
	for (let i = 0; i < bytes.length; i++) bytes[i] = decoded.charCodeAt(i);
	return bytes.buffer;
}
