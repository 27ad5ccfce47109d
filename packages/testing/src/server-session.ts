import type { PagePlace, WidgetId } from "@rivulet/protocol";
import { RivuletError } from "@rivulet/server/testing";
import type { AppSession, FetchedFile } from "./app-session.ts";
import { placeOfPage } from "./page-address.ts";
import { PageView } from "./page-view.ts";
import type { FormDraft } from "./staged-values.ts";
import type { WireClient } from "./wire-client.ts";

export interface ServerSessionOptions {
  /** Connects to the server: the page runs at once. */
  /** The address of the page. */
  readonly url: string;
  readonly open: (view: PageView) => Promise<WireClient>;
  /** The entry's id. */
  readonly page: string;
  /** Ends the server. */
  readonly close: () => Promise<void>;
}

/** One session on a real server, over a real socket. */
export class ServerSession implements AppSession {
  readonly state = undefined;
  readonly view = new PageView();
  readonly #options: ServerSessionOptions;
  #client: WireClient | undefined;
  /** Where the next run is. */
  #next: PagePlace | undefined;

  constructor(options: ServerSessionOptions) {
    this.#options = options;
  }

  async run(values: readonly (readonly [WidgetId, unknown])[], timeout: number): Promise<void> {
    const place = this.#next;
    this.#next = undefined;
    const first = this.#client === undefined;
    this.#client ??= await this.#options.open(this.view);
    if (place !== undefined) await this.#client.navigate(`${place.path}?${place.query}`);
    else if (first) return this.#client.waitIdle({ timeout });
    else if (values.length > 0) this.#client.sendValues(values);
    else await this.#client.rerun();
    await this.#client.waitIdle({ timeout });
  }

  async draft(draft: FormDraft, timeout: number): Promise<void> {
    this.#client?.sendDraft(draft);
    await this.#client?.waitIdle({ timeout });
  }

  async tick(fragment: WidgetId, timeout: number): Promise<void> {
    this.#client?.sendTick(fragment);
    await this.#client?.waitIdle({ timeout });
  }

  switchPage(page: string): void {
    this.#next = placeOfPage(page, this.#options.page);
  }

  async fetch(media: string): Promise<FetchedFile> {
    const response = await fetch(new URL(`_rivulet/media/${media}`, this.#options.url));
    if (!response.ok) throw new RivuletError("RIVULET_TEST_USE", { call: "download()", problem: `got no file: ${await response.text()}` });
    return { type: response.headers.get("content-type") ?? "", bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  async close(): Promise<void> {
    await this.#client?.close();
    await this.#options.close();
  }
}
