import { inRange, keyText, type CacheKey, type CacheRange } from "../../thread/cache/cache-key.ts";

/** A live object of this thread, made or being made. */
interface Resource {
  readonly key: CacheKey;
  readonly value: Promise<unknown>;
  readonly release: () => Promise<void>;
  /** It is made: nobody needs to wait. */
  ready: boolean;
}

/** The live objects of `st.cacheResource` in this thread. */
export class Resources {
  readonly #resources = new Map<string, Resource>();
  readonly #onFirst: () => void;
  #used = false;

  /** `onFirst` is called before the first object is made. */
  constructor(onFirst: () => void) {
    this.#onFirst = onFirst;
  }

  /** The object of a key; the first who asks has it made. One that could not be made is forgotten. */
  get(key: CacheKey, make: () => Pick<Resource, "value" | "release">): Pick<Resource, "value" | "ready"> {
    const text = keyText(key);
    const found = this.#resources.get(text);
    if (found !== undefined) return found;
    if (!this.#used) this.#onFirst();
    this.#used = true;
    const resource: Resource = { key, ...make(), ready: false };
    this.#resources.set(text, resource);
    resource.value.then(
      () => {
        resource.ready = true;
      },
      () => {
        if (this.#resources.get(text) === resource) this.#resources.delete(text);
      },
    );
    return resource;
  }

  /**
   * Lets go of the objects in a range; those that are still being made follow when they are. Rejects with what a release threw, having
   * done the others.
   */
  async release(range: CacheRange): Promise<void> {
    const gone = [...this.#resources].filter(([, { key }]) => inRange(key, range));
    for (const [text] of gone) this.#resources.delete(text);
    const ended = await Promise.allSettled(gone.map(async ([, { ready, release }]) => (ready ? release() : void release())));
    const failed = ended.find((end) => end.status === "rejected");
    if (failed !== undefined) throw failed.reason;
  }
}
