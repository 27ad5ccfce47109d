import { expect, test } from "vitest";
import { decodeFrame, encodeFrame } from "@rivulet/protocol";
import { createInterrupt } from "../thread/interrupt.ts";
import { Outbox } from "./outbox.ts";

const client = { send: () => {}, sendFrame: () => {}, close: () => {} };

test("[FM5] [SR8] after a move the whole tree comes first, also for a browser that is away: it may come back with the frames that it has", () => {
  const outbox = new Outbox();
  outbox.attach(client, 0);
  expect(outbox.needsTree).toBe(false);
  outbox.frame(1, new Uint8Array());
  outbox.detach();
  outbox.follow({ shared: createInterrupt(), goOn: () => {} });
  expect(outbox.canReplay(1)).toBe(true);
  expect(outbox.needsTree).toBe(true);
});

test("[WS2] what a browser without the tree could not apply is dropped and returned, until the tree comes", () => {
  const outbox = new Outbox();
  const sent: number[] = [];
  const end = { type: "runFinished", run: 1, outcome: "error", taken: 1 } as const;
  const tree = { type: "tree", roots: [], config: {}, navigation: undefined, running: [] } as const;
  outbox.frame(1, encodeFrame({ seq: 1, msgs: [] }));
  outbox.attachAnew({ ...client, sendFrame: (bytes) => sent.push(decodeFrame(bytes).seq) });
  expect(outbox.frame(2, encodeFrame({ seq: 2, msgs: [end] }))).toEqual([end]);
  expect(outbox.frame(3, encodeFrame({ seq: 3, msgs: [tree] }))).toEqual([]);
  expect(outbox.frame(4, encodeFrame({ seq: 4, msgs: [end] }))).toEqual([]);
  expect(sent).toEqual([3, 4]);
});
