import { expect, test } from "vitest";
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
