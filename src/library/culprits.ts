// Digests that the engine failed on: one of them must not keep all others off the shelf.

/** How often the engine may fail on a digest before it is set aside: once may be the machine's fault. */
const most = 2;

/** Digests at which the engine failed twice. They are set aside until their files change. */
export class Culprits {
	readonly #failures = new Map<string, { readonly stamp: string; readonly count: number; readonly reason: string }>();
	#hasNew = false;

	/** Remembers that the engine failed while it read a digest in this state of its files. */
	blame(source: string, stamp: string, reason: string): void {
		const known = this.#failures.get(source);
		const count = known?.stamp === stamp ? known.count + 1 : 1;
		this.#failures.set(source, { stamp, count, reason });
		if (count === most) this.#hasNew = true;
	}

	/** Why a digest is set aside; `undefined` when it is to be read. */
	reasonFor(source: string, stamp: string): string | undefined {
		const known = this.#failures.get(source);
		return known?.stamp === stamp && known.count >= most ? known.reason : undefined;
	}

	/** Whether one more digest was set aside since this was asked last: then it is worth reading the others again. */
	takeNew(): boolean {
		const hasNew = this.#hasNew;
		this.#hasNew = false;
		return hasNew;
	}

	/** Gives every digest another chance. */
	clear(): void {
		this.#failures.clear();
	}
}
