import { badOption } from "../../errors.ts";

/** What gives chunks: iterables, sync or async, web and Node streams, a model's result with a `textStream`. */
export type ChunkSource<C> = AsyncIterable<C> | Iterable<C> | ReadableStream<C> | { readonly textStream: AsyncIterable<C> };
/** The same, also later, and also a function that makes it (a generator function, say). */
export type LateSource<C> = ChunkSource<C> | PromiseLike<ChunkSource<C>> | (() => ChunkSource<C> | PromiseLike<ChunkSource<C>>);

/** The chunks of a source, one by one. `next` gives a promise only where the source does. */
export interface Chunks<C> {
  next(): IteratorResult<C, unknown> | Promise<IteratorResult<C, unknown>>;
  /** Ends the source early: a generator's `finally` runs, a response is cancelled. */
  cancel(): void;
}

/** Opens a source. Throws `badOption` for what is none. */
export async function openChunks<C>(call: string, given: LateSource<C>): Promise<Chunks<C>> {
  const source = await (typeof given === "function" ? given() : given);
  if (typeof source !== "object" || source === null || isWhole(source)) throw badOption(call, "stream", EXPECTED, source);
  const iterable = "textStream" in source ? source.textStream : source;
  const iterator = iteratorOf<C>(iterable);
  if (iterator === undefined) throw badOption(call, "stream", EXPECTED, source);
  return {
    next: () => iterator.next(),
    // What ends it is nobody's failure: the run is over.
    cancel: () => void Promise.resolve(iterator.return?.()).catch(() => {}),
  };
}

const EXPECTED =
  "what gives chunks one by one: a generator, an (async) iterable, a ReadableStream, or a function that makes one. Show a value that is there with st.write";

/** What is there as a whole; a list of chunks is a stream all the same. */
function isWhole(source: object): boolean {
  return source instanceof Map || source instanceof String || (ArrayBuffer.isView(source) && !(source instanceof DataView));
}

function iteratorOf<C>(source: object): AsyncIterator<C> | Iterator<C> | undefined {
  const { [Symbol.asyncIterator]: later, [Symbol.iterator]: now } = source as Partial<AsyncIterable<C> & Iterable<C>>;
  if (typeof later === "function") return later.call(source);
  return typeof now === "function" ? now.call(source) : undefined;
}
