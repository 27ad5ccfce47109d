import { hash } from "node:crypto";
import { RivuletError } from "../../errors.ts";
import { mediaId, type MediaId } from "../../thread/media/media-id.ts";
import type { MediaFacts } from "../../thread/media/media.ts";
import type { MediaOptions } from "../../thread/worker-data.ts";
import type { ScriptSession } from "../script-session.ts";
import { eachNode } from "../tree/each-node.ts";

/** Bytes handed over in one run after which it is seen what of them is still shown. */
const SWEEP_BYTES = 16 * 1024 * 1024;

/** What a session has handed to the host for its browser to fetch. */
export class SessionMedia {
  readonly #session: ScriptSession;
  readonly #options: MediaOptions;
  readonly #ids = new Map<MediaId, string>();
  /** The ids by what they name: to make one takes longer than to hash a page of text. */
  readonly #named = new Map<string, MediaId>();
  /** Bytes by their hash. */
  readonly #sizes = new Map<string, number>();
  #bytes = 0;
  #sinceSweep = 0;
  /** The host may have what another worker has handed over. */
  #moved = false;

  constructor(session: ScriptSession, options: MediaOptions) {
    this.#session = session;
    this.#options = options;
  }

  /** Hands bytes over, and returns what names them as long as a node shows them (its prop `media`). A string is UTF-8. */
  keep(call: string, data: string | Uint8Array, facts: MediaFacts): MediaId {
    const digest = hash("sha256", data, "base64url");
    const what = `${digest}\n${facts.type}\n${facts.inline === true}\n${facts.name ?? ""}`;
    const known = this.#named.get(what);
    if (known !== undefined) return known;
    const id = this.id(what);
    let bytes: Uint8Array<ArrayBuffer> | undefined;
    if (!this.#sizes.has(digest)) {
      bytes = typeof data === "string" ? new TextEncoder().encode(data) : new Uint8Array(data);
      this.#makeRoom(call, bytes.byteLength);
      this.#sizes.set(digest, bytes.byteLength);
      this.#bytes += bytes.byteLength;
      this.#sinceSweep += bytes.byteLength;
    }
    this.#ids.set(id, digest);
    this.#named.set(what, id);
    this.#session.post({ type: "media", session: this.#session.id, media: { id, hash: digest, bytes, ...facts } }, bytes && [bytes.buffer]);
    return id;
  }

  /** What names something of this session: the same for the same. */
  id(what: string): MediaId {
    return mediaId(this.#options.secret, this.#session.id, what);
  }

  /** The session comes from another worker: what it had handed over there goes with the first sweep, unless it is shown here too. */
  moved(): void {
    this.#moved = true;
  }

  /** Lets go of what no node shows any more. */
  sweep(): void {
    this.#sinceSweep = 0;
    if (this.#ids.size === 0 && !this.#moved) return;
    const shown = new Set<string>();
    for (const { props } of eachNode(this.#session.tree)) note(shown, props["media"]);
    const { logo } = this.#session;
    note(shown, [logo?.image.media, logo?.icon?.media]);
    const gone = [...this.#ids].filter(([id]) => !shown.has(id));
    if (gone.length === 0 && !this.#moved) return;
    this.#moved = false;
    for (const [id] of gone) this.#ids.delete(id);
    for (const [what, id] of this.#named) if (!this.#ids.has(id)) this.#named.delete(what);
    const left = new Set(this.#ids.values());
    for (const [digest, size] of this.#sizes) {
      if (left.has(digest)) continue;
      this.#sizes.delete(digest);
      this.#bytes -= size;
    }
    this.#session.post({ type: "mediaKept", session: this.#session.id, ids: [...this.#ids.keys()] });
  }

  #makeRoom(call: string, size: number): void {
    const limit = this.#options.sessionBytes;
    if (this.#sinceSweep + size > SWEEP_BYTES || this.#bytes + size > limit) this.sweep();
    if (this.#bytes + size > limit) throw new RivuletError("RIVULET_TOO_MUCH_MEDIA", { call, size, limit });
  }
}

function note(shown: Set<string>, media: unknown): void {
  if (typeof media === "string") shown.add(media);
  else if (Array.isArray(media)) for (const id of media) note(shown, id);
}
