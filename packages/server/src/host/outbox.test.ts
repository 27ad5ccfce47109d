import { encodeFrame, type ForwardMsg } from "@rivulet/protocol";
import { expect, test } from "vitest";
<<<<<<< HEAD
import { noteWithheld } from "../thread/frame-credit.ts";
=======
import { decodeFrame, encodeFrame } from "@rivulet/protocol";
>>>>>>> main
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

<<<<<<< HEAD
const DOWNLOAD = { type: "download", media: "m", name: "tides.csv" } as const;

function frame(seq: number, ...msgs: ForwardMsg[]) {
  return [seq, encodeFrame({ seq, msgs })] as const;
}

test("[FM5] a worker is not told to go on before it has been asked for the whole tree: what it posted would be of no use", () => {
  const outbox = new Outbox();
  let told = 0;
  const shared = createInterrupt();
  outbox.follow({ shared, goOn: () => void told++ });
  outbox.attach(client, 0);
  outbox.frame(...frame(1));
  outbox.detach();
  noteWithheld(shared, true);
  expect(outbox.attachAnew(client)).toBe(false);
  expect(told).toBe(0);
  expect(outbox.withholds, "the tree that was asked for brings it").toBe(true);
  // One that reads on where it was is asked for nothing else.
  outbox.detach();
  noteWithheld(shared, true);
  outbox.attach(client, 1);
  expect(told).toBe(1);
});

test("[FM5] a frame that told of a file and does not reach its browser is not gone without a word", () => {
  let lost = 0;
  const outbox = new Outbox(0, () => void lost++);
  outbox.attach(client, 0);
  outbox.frame(...frame(1, DOWNLOAD));
  outbox.acknowledge(1);
  expect(outbox.attachAnew(client), "it was read").toBe(false);
  expect(outbox.frame(...frame(2, DOWNLOAD)), "the tree has to come first").toBe(false);
  expect(lost).toBe(1);
  outbox.frame(...frame(3, { type: "tree", roots: [], config: {}, navigation: undefined, running: [] }, DOWNLOAD));
  expect(lost).toBe(1);
  outbox.detach();
  expect(outbox.canReplay(2)).toBe(true);
  expect(outbox.attachAnew(client), "it comes with nothing any more").toBe(true);
=======
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
>>>>>>> main
});
