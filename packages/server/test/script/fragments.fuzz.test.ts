import { st } from "@rivulet/server/script";
import { expect, test } from "vitest";
import { Script, turn, type PageSession } from "./page-session.ts";
import { randomFrom, type Random } from "../random.ts";

/** A part of a page that shows what it is made of and the values of its own checkboxes only: so a fresh run is the oracle. */
interface Part {
  readonly name: string;
  readonly items: readonly ("text" | "await" | "outer" | Part)[];
}

function makePart(random: Random, name: string, depth: number): Part {
  const items = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, i) => {
    const roll = random();
    if (roll < 0.35 && depth > 0) return makePart(random, `${name}.${i}`, depth - 1);
    return roll < 0.5 ? "await" : roll < 0.65 ? "outer" : "text";
  });
  return { name, items };
}

/** Gates that awaiting bodies wait at; the test opens them in any order. */
class Gates {
  #waiting: (() => void)[] = [];
  free = false;

  wait(): Promise<void> {
    return this.free ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }

  open(random: Random): void {
    const [next] = this.#waiting.splice(Math.floor(random() * this.#waiting.length), 1);
    next?.();
  }

  openAll(): void {
    this.free = true;
    for (const next of this.#waiting.splice(0)) next();
  }
}

async function show(part: Part, gates: Gates, around: ReturnType<typeof st.container>): Promise<void> {
  const on = st.checkbox(part.name);
  for (const [i, item] of part.items.entries()) {
    if (item === "await") await gates.wait();
    else if (item === "text") st.text(`${part.name} ${i} ${on}`);
    else if (item === "outer") around.text(`${part.name} ${i} around ${on}`);
    else if (on || i % 2 === 0) {
      const box = st.container();
      await st.fragment(() => show(item, gates, box))();
    }
  }
}

/** Uses a random checkbox as a browser does. */
function use(session: PageSession, random: Random): boolean {
  const boxes = [...session.tree.nodes.values()].filter(({ type }) => type === "checkbox");
  const box = boxes[Math.floor(random() * boxes.length)];
  if (box === undefined) return false;
  session.start({ [box.props["label"] as string]: random() < 0.5 });
  return true;
}

test("[SR5] [FM3] whatever fragments run beside one another, the page ends as a fresh run shows it", async () => {
  const seed = Number(process.env.RIVULET_SEED ?? Date.now() % 1_000_000);
  console.log(`fragments fuzz: RIVULET_SEED=${seed}`);
  const random = randomFrom(seed);
  const hits = { beside: 0, superseded: 0, alone: 0, pages: 0 };
  for (let round = 0; round < 150; round++) {
    const gates = new Gates();
    const part = makePart(random, "p", 3);
    const session = new Script(() => show(part, gates, st.container())).open();
    session.start();
    for (let step = 0; step < 25; step++) {
      const roll = random();
      if (roll < 0.4) use(session, random);
      else if (roll < 0.45) session.start();
      else gates.open(random);
      if (random() < 0.7) await turn();
    }
    gates.openAll();
    await session.end(session.no);
    while (session.ended.at(-1)?.open !== undefined) await turn();
    for (const { open, outcome } of session.ended) {
      if (outcome === "superseded") hits.superseded++;
      else if (open !== undefined) hits.beside++;
    }
    hits.alone += session.msgs.filter((msg) => msg.type === "runStarted" && msg.fragment !== undefined).length;
    hits.pages++;
    const shown = session.texts();
    const frames = session.frames.length;
    await session.run();
    expect(session.texts(), `round ${round} of seed ${seed}`).toEqual(shown);
    const sent = session.frames.slice(frames).flatMap(({ msgs }) => msgs.filter(({ type }) => type === "delta"));
    expect(sent, `round ${round} of seed ${seed}`).toEqual([]);
    session.close();
  }
  console.log(`fragments fuzz: ${JSON.stringify(hits)}`);
  expect(hits.beside).toBeGreaterThan(50);
  expect(hits.superseded).toBeGreaterThan(100);
  expect(hits.alone).toBeGreaterThan(200);
});
