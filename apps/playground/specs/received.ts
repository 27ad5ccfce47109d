import type { Page } from "playwright-core";

interface Counting {
  received: number;
}

/** Counts the bytes that a page receives over its sockets, from the first one on. To be called before the page is opened. */
export async function countReceived(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counting = globalThis as unknown as Counting;
    counting.received = 0;
    globalThis.WebSocket = class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        // Added before the page's own listener, so that what is rendered has been counted.
        this.addEventListener("message", ({ data }: MessageEvent<string | ArrayBuffer | Blob>) => {
          counting.received += typeof data === "string" ? data.length : data instanceof Blob ? data.size : data.byteLength;
        });
      }
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as Counting).received);
}
