import { setTimeout as sleep } from "node:timers/promises";
import { ChaosUser } from "./chaos-user.ts";
import { TooYoung, type UserMeans } from "./chaos-run.ts";

type Act = (user: ChaosUser) => Promise<void>;

/** Milliseconds in which a server that was killed may do again what its users saw before. */
const REPEATED = 20_000;
/** Milliseconds between two presses of Stop by a user whose page does not answer. */
const IMPATIENCE = 150;

function below(user: ChaosUser, limit: number): number {
  return Math.floor(user.means.random() * limit);
}

/** Several inputs at once, each of another widget: presses of one button that nobody has answered may count as one. */
async function burst(user: ChaosUser): Promise<void> {
  const { model } = user;
  const from = below(user, 3);
  for (let i = 0, count = 1 + below(user, 3); i < count; i++) {
    const which = (["a", "b", "name"] as const)[(from + i) % 3] as "a" | "b" | "name";
    if (which !== "name")
      await user.send(
        `Add to ${which}`,
        true,
        once(() => model.added[which]++),
      );
    else await user.send("Name", (model.name = `name ${below(user, 1000)}`));
  }
}

async function newRow(user: ChaosUser): Promise<void> {
  await user.send("New row", true);
  user.model.addRow();
}

async function dropRow(user: ChaosUser): Promise<void> {
  const { rows } = user.model;
  const row = rows[below(user, rows.length)];
  if (row === undefined) return newRow(user);
  await user.send(`Drop ${row.id}`, true);
  user.model.dropRow(row.id);
}

async function fillRow(user: ChaosUser): Promise<void> {
  const { rows } = user.model;
  const row = rows[below(user, rows.length)];
  if (row === undefined) return newRow(user);
  await user.send(`Row ${row.id}`, (row.text = `text ${below(user, 1000)}`));
}

async function poke(user: ChaosUser): Promise<void> {
  await user.send(
    "Poke",
    true,
    once(() => user.model.pokes++),
  );
}

/** A story, and beside it: a lost connection, another fragment, a browser that does not read. */
async function tell(user: ChaosUser): Promise<void> {
  const next = `story ${user.model.told + 1}:`;
  await user.send("Tell", true);
  if (await user.sees(next)) {
    const beside = below(user, 4);
    if (beside === 0) {
      user.hit("cut in a stream");
      await user.drop();
    } else if (beside === 1) await poke(user);
    else if (beside === 2) {
      user.hit("stalled");
      await user.stall(30 + below(user, 120));
    }
  }
  user.model.told++;
}

/** The page runs while a story is told, and ends that. */
async function interrupt(user: ChaosUser): Promise<void> {
  const { model } = user;
  await user.send("Murmur", true);
  if (await user.sees("story 0:")) user.hit("stream superseded");
  await user.send(
    "Add to a",
    true,
    once(() => model.added.a++),
  );
  // After a restart the two may have come together.
  await user.settle();
  await user.rerun();
}

async function order(user: ChaosUser): Promise<void> {
  const [item, amount] = [`item ${below(user, 1000)}`, below(user, 50)];
  await user.submit({ Item: item, Amount: amount }, "Order");
  user.model.order = `${amount} ${item}`;
}

async function think(user: ChaosUser): Promise<void> {
  await user.send("Think", true);
  user.model.thoughts++;
}

/** A page that takes its worker with it: nobody else must notice, and its own session is as before. */
function die(label: "Exit" | "Hoard"): Act {
  return async (user) => {
    await user.send(label, true);
    await user.settle();
    await recover(user, label);
  };
}

/** Of a page that was under way where it was lost a user may see a part. */
async function recover(user: ChaosUser, label: string): Promise<void> {
  user.mayBeTold = performance.now() + REPEATED;
  if (user.problem !== undefined) user.hit(`worker lost: ${label}`);
  await user.rerun();
}

async function spin(user: ChaosUser): Promise<void> {
  await user.send("Spin", true);
  let over = false;
  const settled = user.settle().finally(() => (over = true));
  const { comebacks } = user;
  for (;;) {
    await Promise.race([settled, sleep(IMPATIENCE)]);
    // A server that was killed does again what it had not kept: Stop would end that.
    if (over || user.comebacks > comebacks || !(await user.stop())) break;
  }
  await settled;
  await recover(user, "Spin");
}

const EXIT = die("Exit");
const ACTS: readonly (readonly [weight: number, act: Act])[] = [
  [26, burst],
  [12, newRow],
  [5, dropRow],
  [10, fillRow],
  [8, poke],
  [10, tell],
  [5, interrupt],
  [7, order],
  [7, think],
  [6, (user) => user.checkWholeTree()],
  [1.2, EXIT],
  [0.4, die("Hoard")],
  [1.2, spin],
];
const TOTAL = ACTS.reduce((sum, [weight]) => sum + weight, 0);

/** Of so many users one takes its worker down early: rare as that is else, every run of the suite is to see it. */
const ONE_IN = 6;

function pickAct(user: ChaosUser, step: number): Act {
  if (step === 1 && user.means.no % ONE_IN === 0) return EXIT;
  let left = user.means.random() * TOTAL;
  const [, act] = ACTS.find(([weight]) => (left -= weight) < 0) ?? (ACTS[0] as (typeof ACTS)[number]);
  return act;
}

/** What is done again with the next connection was sent once. */
function once(count: () => void): () => void {
  let counted = false;
  return () => {
    if (!counted) count();
    counted = true;
  };
}

/** One user who does this and that behind a bad network, and looks at the page after each. */
export async function converse(means: UserMeans, steps: number): Promise<void> {
  for (let life = 0; ; life++) {
    try {
      return await live({ ...means, secret: `${means.secret}${life}` }, steps);
    } catch (error) {
      if (!(error instanceof TooYoung)) throw error;
      means.run.hits.hit("lost too young");
    }
  }
}

async function live(means: UserMeans, steps: number): Promise<void> {
  await using user = await ChaosUser.open(means);
  await user.settle();
  user.check("at first");
  for (let i = 0; i < steps; i++) {
    const act = pickAct(user, i);
    await act(user);
    await user.settle();
    while (user.problem !== undefined && performance.now() < user.mayBeTold) {
      await user.rerun();
      await user.settle();
    }
    user.check(`step ${i} (${act.name || "a worker's death"})`);
    means.run.stepped();
  }
  await user.heal();
  await user.settle();
  user.check("at last");
  await user.checkWholeTree();
  await user.close();
}
