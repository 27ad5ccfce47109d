import type { SessionChange, SessionStore, StoredSession } from "./session-store.ts";

interface Row {
  epoch: number;
  tokens: readonly string[];
  left: number | undefined;
  head: Uint8Array;
  readonly parts: Map<string, Uint8Array>;
}

/** Sessions in memory: they end with the process. */
export class MemorySessionStore implements SessionStore {
  readonly #rows = new Map<string, Row>();
  readonly #tokens = new Map<string, string>();
  readonly #opened = Date.now();

  async create(id: string, change: SessionChange): Promise<boolean> {
    if (this.#rows.has(id)) return false;
    this.#write(id, { epoch: 1, tokens: [], left: undefined, head: change.head, parts: new Map() }, change);
    return true;
  }

  async commit(id: string, epoch: number, change: SessionChange): Promise<boolean> {
    const row = this.#rows.get(id);
    if (row?.epoch !== epoch) return false;
    this.#write(id, row, change);
    return true;
  }

  async attach(token: string, isLive: (id: string) => boolean): Promise<StoredSession | undefined> {
    const id = this.#tokens.get(token);
    const row = id === undefined ? undefined : this.#rows.get(id);
    if (id === undefined || row === undefined || isLive(id)) return undefined;
    row.epoch++;
    row.left = undefined;
    return { id, epoch: row.epoch, tokens: row.tokens, head: row.head, parts: new Map(row.parts) };
  }

  async remove(id: string): Promise<void> {
    for (const token of this.#rows.get(id)?.tokens ?? []) this.#tokens.delete(token);
    this.#rows.delete(id);
  }

  async sweep(before: number, isLive: (id: string) => boolean): Promise<number> {
    const gone = [...this.#rows].filter(([id, { left }]) => (left ?? this.#opened) < before && !isLive(id));
    for (const [id] of gone) await this.remove(id);
    return gone.length;
  }

  async close(): Promise<void> {}

  #write(id: string, row: Row, { tokens, left, head, parts }: SessionChange): void {
    for (const token of row.tokens) this.#tokens.delete(token);
    for (const token of tokens) this.#tokens.set(token, id);
    Object.assign(row, { tokens, left, head });
    for (const [name, bytes] of parts) {
      if (bytes === null) row.parts.delete(name);
      else row.parts.set(name, bytes);
    }
    this.#rows.set(id, row);
  }
}
