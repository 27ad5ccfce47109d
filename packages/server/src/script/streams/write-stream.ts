import { type Container, ElementHandle } from "../container.ts";
import { checkText } from "../elements/option-checks.ts";
import { isPromiseLike } from "../promise-like.ts";
import { chunkText, type TextChunk } from "./chunk.ts";
import { openChunks, type Chunks, type LateSource } from "./chunk-source.ts";
import { StreamedText } from "./streamed-text.ts";

export interface WriteStreamOptions {
  /** Markdown shown after the text while it grows, such as "▌". Default: nothing. */
  readonly cursor?: string | undefined;
}

/** What a stream of `C` leaves: its text, or a list of texts and values when there were values that are no text. */
export type Streamed<C> = [C] extends [TextChunk] ? string : string | (string | Exclude<C, TextChunk>)[];

/** Milliseconds after which a source that never waits lets the thread's other sessions run. */
const TURN_MS = 16;

/**
 * Shows a stream while it comes, and returns what has come: text grows in one markdown element (only what is new is sent), any other
 * value is shown as `st.write` shows it, and text after it begins a new element. Await it. Chunks of language models (OpenAI, Anthropic,
 * the AI SDK, LangChain) and UTF-8 bytes count as text. When the run is over the stream is cancelled.
 * @throws BadOptionError for what gives no chunks; what the stream throws (the text so far stays).
 * @example
 * const answer = await st.writeStream(model.stream(prompt), { cursor: "▌" });
 */
export function writeStream<C>(this: Container, stream: LateSource<C>, options: WriteStreamOptions = {}): Promise<Streamed<C>> {
  const call = "st.writeStream";
  const place = this.at(call);
  const { cursor } = options;
  if (cursor !== undefined) checkText(call, "cursor", cursor);
  // A place for one element may have to hold several.
  const into = place.block.type === "empty" || this instanceof ElementHandle ? this.container() : this;
  return place.ctx.track(new StreamWriter<C>(call, into, cursor).write(stream));
}

class StreamWriter<C> {
  readonly #call: string;
  readonly #into: Container;
  readonly #cursor: string | undefined;
  readonly #decoder = new TextDecoder();
  /** What came before `#text`. */
  readonly #before: unknown[] = [];
  #text: StreamedText;

  constructor(call: string, into: Container, cursor: string | undefined) {
    this.#call = call;
    this.#into = into;
    this.#cursor = cursor;
    this.#text = new StreamedText(call, into, cursor);
  }

  async write(stream: LateSource<C>): Promise<Streamed<C>> {
    const chunks = await openChunks(this.#call, stream);
    const { signal } = this.#into.at(this.#call).ctx;
    const cancel = () => chunks.cancel();
    signal.addEventListener("abort", cancel, { once: true });
    try {
      await this.#drain(chunks);
      this.#take(this.#decoder.decode());
      // A source that was cancelled seems to have come to its end.
      this.#into.at(this.#call);
    } catch (error) {
      cancel();
      throw error;
    } finally {
      signal.removeEventListener("abort", cancel);
      if (!signal.aborted) this.#text.end();
    }
    return this.#all() as Streamed<C>;
  }

  async #drain(chunks: Chunks<C>): Promise<void> {
    let turn = Date.now();
    for (;;) {
      const coming = chunks.next();
      const next = isPromiseLike(coming) ? await coming : coming;
      if (next.done === true) return;
      this.#take(next.value);
      if (Date.now() - turn < TURN_MS) continue;
      await new Promise((resolve) => setImmediate(resolve));
      turn = Date.now();
    }
  }

  #take(chunk: unknown): void {
    const text = chunk instanceof Uint8Array ? this.#decoder.decode(chunk, { stream: true }) : chunkText(chunk);
    if (text !== undefined) return this.#text.append(text);
    this.#endText();
    this.#into.write(chunk);
    this.#before.push(chunk);
  }

  #endText(): void {
    if (this.#text.text === "") return;
    this.#text.end();
    this.#before.push(this.#text.text);
    this.#text = new StreamedText(this.#call, this.#into, this.#cursor);
  }

  #all(): unknown {
    if (this.#before.length === 0) return this.#text.text;
    this.#endText();
    return this.#before;
  }
}
