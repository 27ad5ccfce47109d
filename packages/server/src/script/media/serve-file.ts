import type { MessagePort } from "node:worker_threads";
import type { StreamAnswer } from "../../thread/media/media.ts";
import type { FileChunks } from "./file-chunks.ts";

/** Bytes that small pieces are gathered to: each answer crosses two threads. */
const ENOUGH = 64 * 1024;
/** Bytes that one answer has at most. */
const MOST = 1024 * 1024;
/** Milliseconds after which what there is goes. */
const PATIENCE = 50;

export interface Serving {
  /** It could not be read to its end. */
  readonly onFailed: (error: unknown) => void;
  /** Nobody wants more of it, or there is no more. */
  readonly onOver: () => void;
}

/** Answers the pulls of a port with a file's pieces, one at a time: it is read no faster than its browser takes it. */
export function serveFile(port: MessagePort, file: FileChunks, { onFailed, onOver }: Serving): void {
  let rest: Uint8Array | undefined;
  let over = false;
  const take = async (): Promise<Uint8Array | undefined> => {
    const chunk = rest ?? (await file.next());
    rest = undefined;
    return chunk;
  };
  const answer = async (): Promise<void> => {
    const chunks: Uint8Array[] = [];
    const until = Date.now() + PATIENCE;
    let size = 0;
    while (size < ENOUGH && (size === 0 || Date.now() < until)) {
      const chunk = await take();
      if (chunk === undefined) break;
      const fits = chunk.subarray(0, MOST - size);
      if (fits.length < chunk.length) rest = chunk.subarray(fits.length);
      chunks.push(fits);
      size += fits.length;
    }
    if (over) return;
    const bytes = size === 0 ? null : joined(chunks, size);
    port.postMessage(bytes satisfies StreamAnswer, bytes === null ? [] : [bytes.buffer]);
    if (bytes === null) end();
  };
  const end = (): void => {
    if (over) return;
    over = true;
    onOver();
  };
  port.on("message", () => {
    answer().catch((error: unknown) => {
      if (over) return;
      onFailed(error);
      port.close();
    });
  });
  port.on("close", () => {
    if (!over) file.cancel();
    end();
  });
}

/** Always a copy: what a page gives may be a view of something larger, or be filled anew for the next piece. */
function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
