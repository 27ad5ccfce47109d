import type { MessagePort } from "node:worker_threads";
import type { UseCounter } from "../../thread/cache/cache-entry.ts";
import { CacheHub } from "../../thread/cache/cache-hub.ts";
import type { CacheAnswer } from "../../thread/cache/cache-messages.ts";
import { MemoryCacheStore } from "../../thread/cache/memory-cache-store.ts";
import { CacheClient } from "./cache-client.ts";

let client: CacheClient | undefined;
let hub: CacheHub | undefined;

/** This thread's cache: the server's, or where there is none (AppTest) one of its own. */
export function cache(): CacheClient {
  return (client ??= ownCache());
}

/** Makes this thread share the server's cache. */
export function shareCache(port: MessagePort, uses: UseCounter): void {
  const shared = new CacheClient({ ask: (question) => port.postMessage(question), uses });
  client = shared;
  port.on("message", (answer: CacheAnswer) => shared.receive(answer));
  port.unref();
}

/** A session of this thread's own cache is over. A server's host says that to its workers itself. */
export function endCacheSession(session: string): void {
  cache();
  hub?.endSession(session);
}

function ownCache(): CacheClient {
  const store = new MemoryCacheStore();
  hub = new CacheHub(store);
  const link = hub.connect((answer) => own.receive(answer));
  const own = new CacheClient({ ask: (question) => link.ask(question), uses: store.uses });
  return own;
}
