// Stands for the web in stories: beside Citeshelf in one extension host, it sends every request over https to the
// server of the test, whose port is in the environment. Without a port nothing can be reached.
/* global exports, process, URL */
exports.activate = () => {
	const port = process.env.CITESHELF_TEST_NETWORK;
	const own = globalThis.fetch;
	globalThis.fetch = (input, init) => {
		const url = new URL(typeof input === "string" || input instanceof URL ? input : input.url);
		if (url.protocol !== "https:") return own(input, init);
		if (port === undefined) return Promise.reject(new TypeError("fetch failed"));
		const headers = { ...init?.headers, "x-asked-host": url.host };
		return own(`http://127.0.0.1:${port}${url.pathname}${url.search}`, { ...init, headers });
	};
};
