import type { MessagePort } from "node:worker_threads";
import type { ScriptEvent, ScriptRequest } from "./messages.ts";

/** What a script worker talks to its host through: a real thread's port, or a pair of queues in AppTest. */
export interface ScriptPort {
  /** `transfer` lists buffers and ports that the receiver takes over. */
  post(event: ScriptEvent, transfer?: readonly (ArrayBuffer | MessagePort)[]): void;
  onRequest(handle: (request: ScriptRequest) => void): void;
  close(): void;
}
