import { once } from "node:events";
import { RivuletError, type ScriptEvent } from "@rivulet/server/testing";
import type { FetchedFile } from "./app-session.ts";

type MediaEvent = Extract<ScriptEvent, { readonly type: "media" | "mediaKept" | "offer" }>;
type Stored = Extract<ScriptEvent, { readonly type: "media" }>["media"];
type Offer = Extract<ScriptEvent, { readonly type: "offer" }>["offer"];

/** What a page has handed over for its browser, where there is no host to keep it. */
export class InlineMedia {
  readonly #stored = new Map<string, Stored>();
  readonly #bytes = new Map<string, Uint8Array>();
  readonly #offers = new Map<string, Offer>();

  take(event: MediaEvent): void {
    if (event.type === "media") {
      this.#stored.set(event.media.id, event.media);
      if (event.media.bytes) this.#bytes.set(event.media.hash, event.media.bytes);
    } else if (event.type === "offer") {
      event.offer.port.unref();
      this.#offers.set(event.offer.id, event.offer);
    } else {
      const kept = new Set(event.ids);
      for (const id of this.#stored.keys()) if (!kept.has(id)) this.#stored.delete(id);
      const hashes = new Set([...this.#stored.values()].map(({ hash }) => hash));
      for (const hash of this.#bytes.keys()) if (!hashes.has(hash)) this.#bytes.delete(hash);
    }
  }

  async fetch(id: string): Promise<FetchedFile> {
    const offer = this.#offers.get(id);
    if (offer !== undefined) {
      this.#offers.delete(id);
      return { type: offer.type, bytes: await readAll(offer.port) };
    }
    const stored = this.#stored.get(id);
    const bytes = stored && this.#bytes.get(stored.hash);
    if (!stored || !bytes) throw noFile("it is not there any more");
    return { type: stored.type, bytes };
  }

  close(): void {
    for (const { port } of this.#offers.values()) port.close();
  }
}

async function readAll(port: Offer["port"]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const closed = once(port, "close").then(() => {
    throw noFile("making it failed before its end");
  });
  for (;;) {
    const answered = once(port, "message") as Promise<[Uint8Array | null]>;
    port.postMessage("pull");
    const [chunk] = await Promise.race([answered, closed]);
    if (chunk === null) break;
    chunks.push(chunk);
  }
  closed.catch(() => {});
  port.close();
  return new Uint8Array(Buffer.concat(chunks));
}

function noFile(why: string): RivuletError {
  return new RivuletError("RIVULET_TEST_USE", { call: "download()", problem: `got no file: ${why}.` });
}
