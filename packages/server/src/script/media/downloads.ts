import { MessageChannel } from "node:worker_threads";
import type { WidgetId } from "@rivulet/protocol";
import type { WireUpdate } from "../../thread/messages.ts";
import { outsideRuns } from "../script-run-context.ts";
import type { ScriptSession } from "../script-session.ts";
import type { WidgetRecord } from "../state/widget-states.ts";
import type { Download } from "./download.ts";
import { fileChunks } from "./file-chunks.ts";
import { serveFile } from "./serve-file.ts";

/** Milliseconds that a file may take to be made before its button says so. */
const SLOW = 150;

/** Makes files when their buttons are pressed, beside all runs. */
export class Downloads {
  readonly #session: ScriptSession;
  #count = 0;
  /** Files that are there, and of which the browser has not been told: their frame is withheld. */
  #untold = 0;
  /** Of files on the make. */
  readonly #making = new Set<AbortController>();
  #closed = false;

  constructor(session: ScriptSession) {
    this.#session = session;
  }

  /** Notes what a button makes now, and returns what it shows of the last time. */
  set(record: WidgetRecord, download: Download): ReturnType<typeof shownOf> {
    const before = record.download;
    if (before !== undefined && before.data !== download.data) before.dispose();
    download.error = before?.error;
    download.making = before?.making ?? false;
    download.slow = before?.slow ?? false;
    record.download = download;
    return shownOf(download);
  }

  /** True of updates that ask for files alone, and for no run. */
  onlyFiles(updates: readonly WireUpdate[]): boolean {
    const { widgets } = this.#session;
    const isFile = (id: WidgetId): boolean => widgets.get(id)?.download?.runs === false;
    return updates.length > 0 && updates.every(({ values }) => values.length > 0 && values.every(([id]) => isFile(id)));
  }

  /** A press was accepted: if it is for a file, that is made. */
  pressed(id: WidgetId): void {
    const record = this.#session.widgets.get(id);
    const download = record?.download;
    if (record === undefined || download === undefined) return;
    if (!download.runs) this.#session.widgets.withdraw(record);
    if (!download.making) void this.#make(record, download);
  }

  async #make(record: WidgetRecord, download: Download): Promise<void> {
    const abort = new AbortController();
    this.#making.add(abort);
    this.#tell();
    download.making = true;
    download.error = undefined;
    const slow = setTimeout(() => {
      if (record.download !== undefined) record.download.slow = true;
      if (!this.#closed) this.#show(record);
    }, SLOW);
    try {
      const content = await outsideRuns(() => download.make(abort.signal));
      const file = await outsideRuns(() => fileChunks(download.name, content));
      if (this.#closed) file.cancel();
      else this.#offer(record, download, abort, file);
    } catch (error) {
      // Who was told that nobody wants it any more may well have thrown.
      if (!this.#closed) this.#failed(record, error);
    } finally {
      clearTimeout(slow);
      this.#making.delete(abort);
      this.#made(record);
    }
  }

  #made(record: WidgetRecord): void {
    if (this.#closed) return;
    if (record.download !== undefined) record.download.making = record.download.slow = false;
    this.#show(record);
    this.#tell();
  }

  #tell(): void {
    this.#session.post({ type: "making", session: this.#session.id, files: this.#making.size + this.#untold });
  }

  /** The next frame to be posted tells of every file that is there. */
  told(): void {
    if (this.#untold === 0) return;
    this.#untold = 0;
    // After that frame: before it the session must not move.
    queueMicrotask(() => this.#tell());
  }

  /** The session is over: nobody wants what is being made. */
  release(): void {
    this.#closed = true;
    for (const abort of this.#making) abort.abort();
  }

  #offer(record: WidgetRecord, { name, type }: Download, abort: AbortController, file: Awaited<ReturnType<typeof fileChunks>>): void {
    const { media, output, id: session } = this.#session;
    const { port1: mine, port2: port } = new MessageChannel();
    serveFile(mine, file, {
      onFailed: (error) => {
        this.#failed(record, error);
        this.#show(record);
      },
      onOver: () => abort.abort(),
    });
    mine.unref();
    const id = media.id(`offer ${++this.#count} ${Date.now()}`);
    this.#session.post({ type: "offer", session, offer: { id, name, type, size: file.size, port } }, [port]);
    this.#untold++;
    output.add({ type: "download", media: id, name });
  }

  #failed({ download }: WidgetRecord, error: unknown): void {
    const info = this.#session.describe(error);
    if (download !== undefined) download.error = info;
  }

  /** Shows on the button how it is with its file. */
  #show({ id, download }: WidgetRecord): void {
    const { tree, output } = this.#session;
    const node = tree.widget(id);
    if (node !== undefined && download !== undefined) tree.update(node, { ...node.props, ...shownOf(download) });
    output.flush();
  }
}

function shownOf({ slow, error }: Download) {
  return { error, preparing: slow || undefined } as const;
}
