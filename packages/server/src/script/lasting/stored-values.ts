import { differingStored } from "../../thread/facts-read.ts";
import type { Commit, SessionRecord, StoredTexts } from "../../thread/messages.ts";
import { MAX_BOUND, type StoredWrite } from "@rivulet/protocol";

/** Characters of one value, and of all of a kind. A browser sends its cookies with each request, and servers refuse long headers. */
const LIMITS = { local: MAX_BOUND, session: MAX_BOUND, cookie: { one: 1000, all: 3000 } } as const;

/**
 * What the user's browser keeps for the app, as far as this session knows: what the browser has said, and the session's own writes
 * since. Texts by name ("local:theme").
 */
export class StoredValues {
  readonly #texts: Map<string, string>;
  /** Names of the session's own writes, with the frame that has told them. */
  readonly #told = new Map<string, number>();
  readonly #untold = new Set<string>();
  readonly #uncommitted = new Set<string>();

  readonly #onRead: (kind: "local" | "session") => void;

  /**
   * Of a session that comes from elsewhere, what no frame had told when it was committed was told by its last one at the latest.
   * `onRead` is told of reads of what no request brings along.
   */
  constructor(
    { stored, written, seq }: Pick<SessionRecord, "stored" | "written" | "seq">,
    onRead: (kind: "local" | "session") => void = () => {},
  ) {
    this.#texts = new Map(stored);
    for (const [name, told] of written ?? []) this.#told.set(name, told || seq);
    this.#onRead = onRead;
  }

  get(name: string): string | undefined {
    if (name.startsWith("local:")) this.#onRead("local");
    else if (name.startsWith("session:")) this.#onRead("session");
    return this.#texts.get(name);
  }

  /** The kinds of which the browser keeps other texts than this session knows, its own writes apart. */
  differing(texts: StoredTexts): readonly ("local" | "session")[] {
    const known = [...this.#texts].filter(([name]) => !this.#told.has(name) && !this.#untold.has(name));
    return differingStored(
      known,
      texts.filter(([name]) => !this.#told.has(name) && !this.#untold.has(name)),
    );
  }

  /** The browser says what it keeps, but for cookies. What the session has written since stands. */
  learn(texts: StoredTexts): void {
    const own = (name: string): boolean => this.#told.has(name) || this.#untold.has(name) || name.startsWith("cookie:");
    for (const name of [...this.#texts.keys()]) if (!own(name)) this.#texts.delete(name);
    for (const [name, text] of texts) if (!own(name)) this.#texts.set(name, text);
  }

  /** Keeps a text, or forgets it. False if it is too long: then nothing is kept under this name. */
  set(name: string, text: string | undefined): boolean {
    const fits = text === undefined || this.#fits(name, text);
    const kept = fits ? text : undefined;
    if (this.#texts.get(name) === kept) return fits;
    if (kept === undefined) this.#texts.delete(name);
    else this.#texts.set(name, kept);
    this.#untold.add(name);
    this.#uncommitted.add(name);
    return fits;
  }

  #fits(name: string, text: string): boolean {
    const kind = name.slice(0, name.indexOf(":"));
    const { one, all } = LIMITS[kind as keyof typeof LIMITS];
    const size = (key: string, value: string) => (kind === "cookie" ? encodeURIComponent(key + value).length : key.length + value.length);
    let total = size(name, text);
    if (total > one) return false;
    for (const [other, value] of this.#texts) if (other !== name && other.startsWith(`${kind}:`)) total += size(other, value);
    return total <= all;
  }

  /** Own writes that no frame has told; frame `seq` will. */
  takeWrites(seq: number): readonly StoredWrite[] | undefined {
    if (this.#untold.size === 0) return undefined;
    for (const name of this.#untold) {
      this.#told.set(name, seq);
      this.#uncommitted.add(name);
    }
    const writes = this.#writes(this.#untold);
    this.#untold.clear();
    return writes;
  }

  /** All own writes: for a browser that may have missed frames. It knows by their numbers which. */
  allWrites(seq: number): readonly StoredWrite[] | undefined {
    this.takeWrites(seq);
    return this.#told.size === 0 ? undefined : this.#writes(this.#told.keys());
  }

  #writes(names: Iterable<string>): StoredWrite[] {
    return [...names].map((name) => [name, this.#texts.get(name) ?? null, this.#told.get(name) as number]);
  }

  /** What has changed since the last call. */
  takeCommit(): Commit["stored"] {
    if (this.#uncommitted.size === 0) return undefined;
    const told = (name: string): number => (this.#untold.has(name) ? 0 : (this.#told.get(name) ?? 0));
    const changes = [...this.#uncommitted].map((name) => [name, this.#texts.get(name) ?? null, told(name)] as const);
    this.#uncommitted.clear();
    return changes;
  }

  /** Lets go of everything: the session is over. */
  release(): void {
    for (const part of [this.#texts, this.#told, this.#untold, this.#uncommitted]) part.clear();
  }
}
