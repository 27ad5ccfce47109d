/** A chunk of OpenAI's chat completions: the text is the first choice's. */
export interface ChatCompletionChunk {
  readonly object?: "chat.completion.chunk" | undefined;
  readonly choices: readonly { readonly delta?: { readonly content?: string | null | undefined } | null | undefined }[];
}

/** An event of OpenAI's responses, of Anthropic's messages or a part of the AI SDK's full stream; most carry no text. */
export interface StreamEvent {
  readonly type: string;
  readonly delta?: unknown;
  readonly text?: unknown;
}

/** A chunk of LangChain's models. */
export interface MessageChunk {
  readonly content: string | readonly { readonly type: string; readonly text?: string | undefined }[];
  readonly lc_namespace: readonly string[];
}

/** What `st.writeStream` shows as text: strings, UTF-8 bytes, and the chunks that language models send. */
export type TextChunk = string | Uint8Array | ChatCompletionChunk | StreamEvent | MessageChunk;

/** Events whose `delta` or `text` is text of the answer, and not of reasoning or of a tool's arguments. */
const TEXT_EVENTS = new Set(["response.output_text.delta", "response.refusal.delta", "text-delta", "text"]);
/** Events without text, by how their types begin; a user's own values hardly have such a type. */
const EVENTS =
  /^(response\.|message_(start|delta|stop)$|content_block_|text-(start|end)$|reasoning-|tool-(input|call|result|error|output)|(start|finish)-step$)/;

/**
 * The text in a chunk, "" for a model's event without any; undefined if it is no text but a value of the user's own.
 * Throws what an event says went wrong.
 */
export function chunkText(chunk: unknown): string | undefined {
  if (typeof chunk === "string") return chunk;
  if (typeof chunk !== "object" || chunk === null) return undefined;
  if (isChatCompletion(chunk)) return chunk.choices[0]?.delta?.content ?? "";
  if (isMessage(chunk)) return messageText(chunk);
  if ("type" in chunk && typeof chunk.type === "string") return eventText(chunk as StreamEvent);
  return undefined;
}

function isChatCompletion(chunk: object): chunk is ChatCompletionChunk {
  if (!("choices" in chunk) || !Array.isArray(chunk.choices)) return false;
  const first: unknown = chunk.choices[0];
  return "object" in chunk ? chunk.object === "chat.completion.chunk" : typeof first === "object" && first !== null && "delta" in first;
}

function isMessage(chunk: object): chunk is MessageChunk {
  return "lc_namespace" in chunk && Array.isArray(chunk.lc_namespace) && "content" in chunk;
}

function messageText({ content }: MessageChunk): string {
  return typeof content === "string" ? content : content.map(({ text }) => text ?? "").join("");
}

function eventText({ type, delta, text, ...rest }: StreamEvent): string | undefined {
  if (type === "error" && ("error" in rest || "sequence_number" in rest)) throw eventError(rest);
  if (TEXT_EVENTS.has(type)) {
    const said = delta ?? text ?? (rest as { textDelta?: unknown }).textDelta;
    return typeof said === "string" ? said : undefined;
  }
  if (type === "content_block_delta") {
    const said = (delta as { readonly text?: unknown } | undefined)?.text;
    return typeof said === "string" ? said : "";
  }
  return EVENTS.test(type) ? "" : undefined;
}

function eventError(rest: object): unknown {
  const { error } = rest as { error?: unknown };
  if (error instanceof Error) return error;
  const message = (error as { message?: unknown } | undefined)?.message ?? (rest as { message?: unknown }).message ?? error;
  return new Error(`The stream ended with an error: ${typeof message === "string" ? message : JSON.stringify(message)}`);
}
