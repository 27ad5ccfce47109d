import type { Container, ElementHandle } from "../container.ts";
import { iconsIn } from "../elements/icon/icons-in.ts";

/** Longest name of an icon in a text, in characters: so far back a chunk may complete one. */
const ICON_REACH = 80;

/** One markdown element whose text grows. */
export class StreamedText {
  readonly #into: Container;
  readonly #call: string;
  readonly #cursor: string | undefined;
  #text = "";
  #icons: Readonly<Record<string, string>> | undefined;
  #shown: ElementHandle | undefined;

  constructor(call: string, into: Container, cursor: string | undefined) {
    this.#call = call;
    this.#into = into;
    this.#cursor = cursor;
  }

  get text(): string {
    return this.#text;
  }

  append(chunk: string): void {
    if (chunk === "") return;
    const reach = chunk.length + ICON_REACH;
    this.#text += chunk;
    // Only a text that names an icon is searched as a whole.
    if (iconsIn(this.#text.slice(-reach)) !== undefined) this.#icons = iconsIn(this.#text);
    this.#show(this.#cursor);
  }

  /** Takes the cursor away. */
  end(): void {
    if (this.#cursor !== undefined && this.#shown !== undefined) this.#show(undefined);
  }

  #show(cursor: string | undefined): void {
    const into = this.#shown ?? this.#into;
    this.#shown = into.emit(this.#call, "markdown", { body: this.#text, cursor, icons: this.#icons });
  }
}
