// Paths as the core knows them: POSIX, with `/` on every system, as the paths of the editor's addresses are.

/** The folder of a file, without a slash at its end; the empty text for the top. */
export function folderOf(path: string): string {
	return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

export function baseName(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

/** The name without its last extension. */
export function stemOf(path: string): string {
	return baseName(path).replace(/\.[^.]*$/, "");
}

export function extensionOf(path: string): string {
	return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
}

export function isAbsolute(path: string): boolean {
	return /^(?:[A-Za-z]:)?[\\/]/.test(path);
}

/** A path as seen from a folder, without `.` and `..`. A drive of Windows becomes `/c:`, as in the editor's addresses. */
export function resolvePath(folder: string, path: string): string {
	const posix = /^[A-Za-z]:[\\/]/.test(path) ? `/${path.charAt(0).toLowerCase()}${path.slice(1)}` : path;
	const slashed = posix.replace(/\\/g, "/");
	const parts: string[] = [];
	for (const part of (slashed.startsWith("/") ? slashed : `${folder}/${slashed}`).split("/")) {
		if (part === "..") parts.pop();
		else if (part !== "." && part !== "") parts.push(part);
	}
	return `/${parts.join("/")}`;
}

/** The folders from this one up to `top`, or to the root when it is not within `top`; at most `most`. */
export function upwards(folder: string, top: string | undefined, most: number): string[] {
	const folders: string[] = [];
	for (let at = folder; folders.length < most; at = folderOf(at)) {
		folders.push(at);
		if (at === "" || at === top) break;
	}
	return folders;
}

/** The way from a folder to a file, with `/` and `..`. */
export function relativePath(folder: string, file: string): string {
	const from = folder.split("/");
	const to = file.split("/");
	let common = 0;
	while (common < from.length && from[common] === to[common]) common++;
	return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}
