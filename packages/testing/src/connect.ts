import type { ConnectOptions } from "./connect-options.ts";
import { WireClient } from "./wire-client.ts";

/**
 * Opens the page at `url` as a browser would, and resolves when the server has welcomed it; the first run goes on.
 * Rejects with `ConnectionError` when there is no server, no such page, or the server is full.
 * @example
 * const client = await connect("http://127.0.0.1:8484/");
 * await client.waitIdle();
 * await client.click("Increment");
 * await client.waitIdle();
 * client.texts(); // ["Increment", "count: 1."]
 */
export async function connect(url: string, options: ConnectOptions = {}): Promise<WireClient> {
  const client = new WireClient(url, options);
  await client.open();
  return client;
}
