import type { ErrorInfo } from "@rivulet/protocol";
import { Readable } from "node:stream";
import { RivuletError } from "../../errors.ts";
import type { DownloadData } from "./download-data.ts";

/** A file that is made when its button is pressed. */
export class Download {
  /** What a press makes it of. */
  readonly data: DownloadData;
  readonly name: string;
  readonly type: string;
  /** False if a press does not run the page. */
  readonly runs: boolean;
  making = false;
  /** It has been made for so long that its button says so. */
  slow = false;
  /** Why it could not be made the last time. */
  error: ErrorInfo | undefined;
  #read = false;

  constructor(data: DownloadData, { name, type, runs }: Pick<Download, "name" | "type" | "runs">) {
    this.data = data;
    this.name = name;
    this.type = type;
    this.runs = runs;
  }

  /** Makes what is to be sent, anew if it can be made anew. `signal` aborts when nobody wants it any more. */
  make(signal: AbortSignal): unknown {
    if (typeof this.data === "function") return this.data(signal);
    if (this.data instanceof Blob) return this.data.stream();
    if (this.#read) throw new RivuletError("RIVULET_STREAM_READ", { name: this.name });
    this.#read = true;
    return this.data;
  }

  /** Lets go of a stream that nobody has asked for: it may hold a file open. */
  dispose(): void {
    const { data } = this;
    if (this.#read || typeof data === "function") return;
    if (data instanceof Readable) data.destroy();
    else if (data instanceof ReadableStream && !data.locked) data.cancel().catch(() => {});
  }
}
