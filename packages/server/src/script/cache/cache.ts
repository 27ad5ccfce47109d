import { MessageChannel } from "node:worker_threads";
import { CacheHub } from "../../thread/cache/cache-hub.ts";
import type { CacheAnswer, CacheJoin, CacheLineData } from "../../thread/cache/cache-messages.ts";
import { MemoryCacheStore } from "../../thread/cache/memory-cache-store.ts";
import { serveCache } from "../../thread/cache/serve-cache.ts";
import { CacheClient } from "./cache-client.ts";

/** The cache as this thread reaches it. */
interface Reach {
  readonly client: CacheClient;
  /** A line for a thread that this one starts. */
  line(): CacheLineData;
  endSession(session: string): void;
}

let reach: Reach | undefined;

/** This thread's cache: the server's, or where there is none (AppTest) one of its own. */
export function cache(): CacheClient {
  return (reach ??= ownCache()).client;
}

/** Makes this thread share the cache at the other end of a line. */
export function shareCache({ port, uses }: CacheLineData): void {
  const client = new CacheClient({ ask: (question) => port.postMessage(question), uses });
  port.on("message", (answer: CacheAnswer) => client.receive(answer));
  port.unref();
  const line = (): CacheLineData => {
    const { port1, port2 } = new MessageChannel();
    port.postMessage({ type: "join", port: port1 } satisfies CacheJoin, [port1]);
    return { port: port2, uses };
  };
  // A server's host tells its workers itself when a session is over.
  reach = { client, line, endSession: () => {} };
}

/** A line to this thread's cache for a custom thread. */
export function cacheLine(): CacheLineData {
  return (reach ??= ownCache()).line();
}

/** A session of this thread's own cache is over. */
export function endCacheSession(session: string): void {
  reach?.endSession(session);
}

function ownCache(): Reach {
  const store = new MemoryCacheStore();
  const hub = new CacheHub(store);
  const link = hub.connect((answer) => client.receive(answer));
  const client = new CacheClient({ ask: (question) => link.ask(question), uses: store.uses });
  const line = (): CacheLineData => {
    const { port1, port2 } = new MessageChannel();
    serveCache(hub, port1);
    return { port: port2, uses: store.uses };
  };
  return { client, line, endSession: (session) => hub.endSession(session) };
}
