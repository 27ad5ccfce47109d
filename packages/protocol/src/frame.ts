import { Packr } from "msgpackr/pack";
import type { ForwardMsg } from "./forward-msg.ts";
import { readMessagePack } from "./message-pack.ts";

/** The messages of one flush. `seq` counts up by one from 1 in a session; acknowledgements name it. */
export interface Frame {
  readonly seq: number;
  readonly msgs: readonly ForwardMsg[];
}

// Stateless: every frame can be read on its own, so a lost browser needs no codec state to come back.
// Marked as free of side effects: a browser only reads, so its bundle leaves the writer out.
const packr = /* @__PURE__ */ new Packr({ useRecords: false, encodeUndefinedAsNil: false, variableMapSize: true });

/** A frame's bytes, in memory of their own (safe to transfer). Only this module knows the format. */
export function encodeFrame(frame: Frame): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(packr.pack([frame.seq, ...frame.msgs]));
}

/** The frame in `bytes`. Outbound is trusted: bytes come from `encodeFrame`. */
export function decodeFrame(bytes: Uint8Array): Frame {
  const [seq, ...msgs] = readMessagePack(bytes) as [number, ...ForwardMsg[]];
  return { seq, msgs };
}
