/** A piece of a file. Text is UTF-8. */
export type FileChunk = string | ArrayBuffer | ArrayBufferView;
/** A file, whole or piece by piece. Node's streams are async iterables. */
export type FileContent = FileChunk | Blob | ReadableStream<FileChunk> | AsyncIterable<FileChunk> | Iterable<FileChunk>;
/** What a download is made of: a file, or a function that makes one when it is asked for. `signal` aborts when nobody waits for it any more. */
export type DownloadData = FileContent | ((signal: AbortSignal) => FileContent | Promise<FileContent>);

/** Bytes that are there, as they are or as text; undefined for what has to be read. */
export function bytesOf(data: unknown): string | Uint8Array | undefined {
  if (typeof data === "string") return data;
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return data instanceof ArrayBuffer || data instanceof SharedArrayBuffer ? new Uint8Array(data) : undefined;
}

/** Whether something can be read piece by piece. */
export function isReadable(data: unknown): data is Blob | AsyncIterable<unknown> | Iterable<unknown> {
  if (typeof data !== "object" || data === null) return false;
  return data instanceof Blob || Symbol.asyncIterator in data || Symbol.iterator in data;
}
