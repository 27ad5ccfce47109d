import type { MessagePort } from "node:worker_threads";
import type { CacheHub } from "./cache-hub.ts";
import type { CacheJoin, CacheQuestion } from "./cache-messages.ts";

/** Answers what comes through a port, until it closes or the returned function is called. */
export function serveCache(hub: CacheHub, port: MessagePort): () => void {
  const link = hub.connect((answer) => port.postMessage(answer));
  port.on("message", (message: CacheQuestion | CacheJoin) => {
    if (message.type === "join") serveCache(hub, message.port);
    else link.ask(message);
  });
  port.on("close", () => link.close());
  port.unref();
  return () => {
    link.close();
    port.close();
  };
}
