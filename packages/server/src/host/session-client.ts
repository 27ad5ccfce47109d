import type { CloseReason, HostMsg } from "@rivulet/protocol";

/** The browser at the other end of a session. */
export interface SessionClient {
  send(msg: HostMsg): void;
  /** Sends a frame of the script worker as it is. */
  sendFrame(bytes: Uint8Array): void;
  close(reason: CloseReason): void;
}
