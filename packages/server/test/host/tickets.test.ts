import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { Tickets } from "../../dist/host/tickets.js";

const REQUESTS = 30_000;
const seed = process.env.RIVULET_SEED === undefined ? Date.now() % 1_000_000 : Number(process.env.RIVULET_SEED);

class Queue implements AsyncDisposable {
  readonly tickets = new Tickets<{ received(): void }>(() => true);
  readonly #thread: Worker;

  constructor(counts: Int32Array, ignoresTickets: boolean) {
    const workerData = { board: this.tickets.board, counts, ignoresTickets };
    this.#thread = new Worker(new URL("./ticket-worker.mjs", import.meta.url), { workerData });
  }

  async said(): Promise<void> {
    await once(this.#thread, "message");
  }

  post(id: number): number {
    const ticket = this.tickets.issue({ received: () => {} });
    this.#thread.postMessage({ id, ticket });
    return ticket;
  }

  /** Waits until everything posted was received. */
  async drain(): Promise<void> {
    const said = this.said();
    this.#thread.postMessage({});
    await said;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#thread.terminate();
  }
}

/** Posts requests to one thread, and takes some back for another at any moment. Returns how often requests were done, and how many were taken back. */
async function race(seedOfRace: number, ignoresTickets = false): Promise<{ readonly times: Map<number, number>; readonly moved: number }> {
  console.log(`tickets: RIVULET_SEED=${seedOfRace}`);
  let state = seedOfRace;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const counts = new Int32Array(new SharedArrayBuffer(REQUESTS * Int32Array.BYTES_PER_ELEMENT));
  await using from = new Queue(counts, ignoresTickets);
  await using to = new Queue(counts, ignoresTickets);
  await Promise.all([from.said(), to.said()]);
  let moved = 0;
  for (let id = 0; id < REQUESTS;) {
    const batch = Array.from({ length: Math.min(1 + random(40), REQUESTS - id) }, () => ({ ticket: from.post(id), id: id++ }));
    for (let spins = random(60_000); spins > 0; spins--);
    const given: number[] = [];
    for (const { ticket, id: one } of batch.toReversed()) {
      if (random(2) === 0) continue;
      if (from.tickets.withdraw(ticket)) given.push(to.post(one));
      else from.tickets.release(ticket);
    }
    moved += given.length;
    if (random(20) === 0) await new Promise((resolve) => setImmediate(resolve));
    from.tickets.tick(true);
    to.tickets.tick(true);
  }
  await Promise.all([from.drain(), to.drain()]);
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return { times, moved };
}

test("[SR10] a request that is taken back while it arrives is done once, here or there", async () => {
  const { times, moved } = await race(seed);
  expect([...times]).toEqual([[1, REQUESTS]]);
  // Both happen often.
  expect(moved).toBeGreaterThan(REQUESTS / 100);
  expect(moved).toBeLessThan(REQUESTS / 2);
});

test("[SR10] the race goes red with a bug planted: tickets are ignored", async () => {
  const { times } = await race(1, true);
  expect(times.get(2) ?? 0).toBeGreaterThan(0);
});
