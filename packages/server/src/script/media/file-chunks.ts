import { show } from "@rivulet/protocol";
import { RivuletError } from "../../errors.ts";
import { bytesOf, isReadable } from "./download-data.ts";

/** A file to be read piece by piece. */
export interface FileChunks {
  /** Bytes of all of it, if that is known. */
  readonly size: number | undefined;
  /** The next piece; undefined at the end. */
  next(): Promise<Uint8Array | undefined>;
  /** Ends what makes the pieces, in mid-file. */
  cancel(): void;
}

/**
 * Reads a file of any form. The first piece has been read when it resolves, so that what fails at once fails before the browser hears of
 * a file.
 */
export async function fileChunks(name: string, content: unknown): Promise<FileChunks> {
  const bytes = bytesOf(content);
  if (bytes !== undefined) return fileOf(encoded(bytes));
  if (!isReadable(content)) throw new RivuletError("RIVULET_FILE_VALUE", { name, what: "made of", value: show(content) });
  const size = content instanceof Blob ? content.size : undefined;
  const iterator = iteratorOf(content instanceof Blob ? (content.stream() as unknown as AsyncIterable<unknown>) : content);
  const read = async (): Promise<Uint8Array | undefined> => {
    for (;;) {
      const { done, value } = await iterator.next();
      if (done === true) return undefined;
      const chunk = bytesOf(value);
      if (chunk === undefined) throw new RivuletError("RIVULET_FILE_VALUE", { name, what: "given the piece", value: show(value) });
      // An empty piece says nothing, least of all that this is the end.
      if (chunk.length > 0) return encoded(chunk);
    }
  };
  let first: Uint8Array | undefined | null = await read();
  return {
    size,
    next: async () => {
      const chunk = first;
      first = null;
      return chunk === null ? read() : chunk;
    },
    cancel: () => void Promise.resolve(iterator.return?.()).catch(() => {}),
  };
}

function fileOf(bytes: Uint8Array): FileChunks {
  let left: Uint8Array | undefined = bytes;
  const next = async () => {
    const all = left;
    left = undefined;
    return all;
  };
  return { size: bytes.byteLength, next, cancel: () => {} };
}

function encoded(bytes: string | Uint8Array): Uint8Array {
  return typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
}

function iteratorOf(content: AsyncIterable<unknown> | Iterable<unknown>): AsyncIterator<unknown> | Iterator<unknown> {
  return Symbol.asyncIterator in content ? content[Symbol.asyncIterator]() : content[Symbol.iterator]();
}
