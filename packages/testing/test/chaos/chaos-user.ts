import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { isTaken, type AppTree, type NodeId, ROOT_IDS } from "@rivulet/protocol";
import { RivuletError } from "@rivulet/testing";
import { WireClient } from "../../dist/wire-client.js";
import { ChaosProxy } from "./chaos-proxy.ts";
import { Abandoned, TooYoung, type UserMeans } from "./chaos-run.ts";
import { Model } from "./model.ts";
import { WatchedView } from "./watched-view.ts";

/** Milliseconds until a user who sees nothing happen gives up: a story may have to be begun anew as often as somebody takes its worker down. */
const PATIENCE = 90_000;
/** Milliseconds after which such a user looks for the reason. */
const LOOK = 2000;
/** Milliseconds in which a busy server has certainly kept a new session. */
const KEPT = 3000;
/** How often a user who is back says the last message again. */
const REPEATS = 0.7;
/** A browser that is told so does not come back, or not to its session. */
const FINAL = /unknownPage|badMessage|tooBig|superseded|version of the protocol/;

/** One user behind a bad network, who notices when the connection is lost and comes back. */
export class ChaosUser implements AsyncDisposable {
  readonly model: Model;
  readonly means: UserMeans;
  readonly #proxy: ChaosProxy;
  readonly #view: WatchedView;
  readonly #client: WireClient;
  /** Numbered messages sent, and the last of them. */
  #n = 0;
  #last = "";
  /** What has become of it so far. */
  readonly #trail: string[] = [];
  /** How often it has come back. */
  comebacks = 0;
  #repeatedAt = 0;
  /** Until when it may be told of a worker that it has taken down itself. */
  mayBeTold = 0;
  #coming: Promise<void> | undefined;
  readonly #since = performance.now();
  #comingSince = Infinity;

  private constructor(proxy: ChaosProxy, means: UserMeans) {
    this.means = means;
    this.#proxy = proxy;
    const { secret, run } = means;
    const model = (this.model = new Model(secret));
    this.#view = new WatchedView(secret, run.hits, (what) => this.violate(what));
    this.#view.sent = (what) => (what === "pokes" ? model.pokes : model.added[what]);
    this.#client = new WireClient(`${proxy.url}?secret=${secret}`, { timeout: PATIENCE }, this.#view);
  }

  static async open(means: UserMeans): Promise<ChaosUser> {
    const user = new ChaosUser(await ChaosProxy.open(means.run.port, means.random, means.run.hits), means);
    await user.#patiently(() => user.#client.open());
    return user;
  }

  /** Notes what must never be seen. */
  violate(what: string): void {
    this.means.run.violations.push(`${this.means.secret}: ${what} (${this.#trail.slice(-12).join(", ")})`);
  }

  hit(what: string): void {
    this.means.run.hits.hit(what);
  }

  get texts(): readonly string[] {
    return this.#view.texts();
  }

  /** What the host had to say of the worker, if anything. */
  get problem(): string | undefined {
    return this.#view.problem?.code;
  }

  /** Enters a value, or presses a button. `count` notes it in the model, before anybody can show it. */
  async send(label: string, value: unknown, count: () => void = () => {}): Promise<void> {
    // A page that is made anew may not have come to it yet.
    if (this.#view.acting(`${this.means.secret} ${label}`) === undefined) await this.settle();
    await this.#connected(() => {
      const node = this.#view.acting(`${this.means.secret} ${label}`);
      if (node?.widget === undefined) return this.#giveUp(`there is no ${label}: ${JSON.stringify(this.texts)}`);
      const values = [[node.widget, value]] as const;
      const { seen, tree } = this.#view;
      const fragment = tree.fragmentOf(values);
      count();
      this.#client.sendValues(values);
      this.#last = JSON.stringify({ type: "update", n: ++this.#n, seen, values, fragment });
      this.#trail.push(`${this.#n}: ${label}`);
    });
  }

  /** Fills the form in and submits it. */
  async submit(fields: Readonly<Record<string, unknown>>, label: string): Promise<void> {
    const { secret } = this.means;
    await this.#connected(async () => {
      for (const [field, value] of Object.entries(fields)) await this.#client.byLabel(`${secret} ${field}`).set(value);
      await this.#client.click(`${secret} ${label}`);
      this.#last = "";
      this.#trail.push(`${++this.#n}: ${label}`);
    });
  }

  /** Presses Stop, which is no message to be repeated; false if the user had to come back meanwhile, and does not know what runs now. */
  async stop(): Promise<boolean> {
    const { comebacks } = this;
    return this.#connected(async () => {
      if (this.comebacks > comebacks) return false;
      await this.#client.stop();
      this.#trail.push("stop");
      return true;
    });
  }

  /** Loses the connection, as in a tunnel. */
  async drop(): Promise<void> {
    await this.#client.drop();
  }

  /** Reads nothing for so many milliseconds. */
  async stall(ms: number): Promise<void> {
    this.#client.pause();
    await sleep(ms);
    await this.#connected(() => this.#client.resume());
  }

  /** Waits until everything sent so far has had its effect. */
  async settle(): Promise<void> {
    const deadline = performance.now() + PATIENCE;
    for (;;) {
      const settled = await this.#connected(() => this.#client.waitIdle({ timeout: LOOK }).then(() => true, whether));
      if (settled) return this.#repeat();
      if (performance.now() > deadline) this.#giveUp(`nothing happens: ${JSON.stringify(this.texts)}`);
      // Of a page whose worker was lost in its first run after a restart nothing is there until the next one.
      if (this.problem !== undefined) await this.rerun();
    }
  }

  /** One who is back says the last message again, now and then: the server has it already. */
  async #repeat(): Promise<void> {
    const last = this.#last;
    this.#last = "";
    if (last === "" || this.comebacks === this.#repeatedAt || this.means.random() > REPEATS) return;
    this.#repeatedAt = this.comebacks;
    await this.#connected(() => this.#client.sendRaw(last));
    this.hit("message repeated");
    this.#trail.push("repeated");
  }

  /** Has the page run again. */
  async rerun(): Promise<void> {
    await this.#connected(() => this.#client.rerun());
    this.#last = "";
    this.#trail.push(`${++this.#n}: run again`);
  }

  /** Waits until a text begins so, or everything sent so far has had its effect; returns whether it was the former. */
  async sees(start: string): Promise<boolean> {
    const shown = (): boolean => this.texts.some((text) => text.startsWith(`${this.means.secret} ${start}`));
    return Promise.race([this.#view.until(shown, PATIENCE), this.settle().then(() => false)]);
  }

  /** Compares the page with what must be there. */
  check(what: string): void {
    const shown = this.texts;
    const expected = this.model.texts();
    if (!isDeepStrictEqual(shown, expected)) {
      const at = expected.findIndex((text, i) => text !== shown[i]);
      this.#giveUp(`${what}: shows ${JSON.stringify(shown[at])} instead of ${JSON.stringify(expected[at])}: ${JSON.stringify(shown)}`);
    }
    if (this.problem !== undefined && performance.now() > this.mayBeTold) this.#giveUp(`${what}: was told ${this.problem}`);
    const [refusal] = this.#client.refusals;
    if (refusal) this.#giveUp(`${what}: was refused: ${refusal.message}`);
    this.hit("checked");
  }

  /** Compares the page that deltas have made with the whole tree as the server has it. */
  async checkWholeTree(): Promise<void> {
    const before = shownBy(this.#view.tree);
    await this.drop();
    // One that has seen nothing is sent everything.
    this.#view.seen = 0;
    await this.settle();
    const whole = shownBy(this.#view.tree);
    if (!isDeepStrictEqual(before, whole)) this.#giveUp(`the page is ${JSON.stringify(before)}, the whole tree ${JSON.stringify(whole)}`);
    this.hit("whole tree compared");
  }

  /** From the next connection on the network is a good one. */
  async heal(): Promise<void> {
    this.#proxy.heal();
    await this.drop();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#client.drop();
    await this.#proxy[Symbol.asyncDispose]();
  }

  /** Says goodbye, so that the session's server need not wait. */
  async close(): Promise<void> {
    await this.#client.close();
  }

  /** Does something with a connection: again with the next one if it is lost. */
  async #connected<T>(act: () => Promise<T> | T): Promise<T> {
    for (;;) {
      if (this.means.run.violations.length > 0) throw new Abandoned();
      try {
        await this.#coming;
        return await act();
      } catch (error) {
        if (error instanceof TooYoung || error instanceof Abandoned) throw error;
        if (!isLost(error)) this.#giveUp(String(error));
        await (this.#coming ??= this.#comeBack().finally(() => (this.#coming = undefined)));
      }
    }
  }

  async #comeBack(): Promise<void> {
    this.#comingSince = performance.now();
    if (!isTaken(this.#view.taken, this.#n)) this.hit("cut with an input in flight");
    await this.#patiently(() => this.#client.resume());
    this.hit("resumed");
    this.comebacks++;
    this.#trail.push(`resumed at frame ${this.#view.seen}`);
  }

  /** Connects: again and again, as a browser does. */
  async #patiently(connects: () => Promise<void>): Promise<void> {
    const deadline = performance.now() + PATIENCE;
    for (;;) {
      try {
        return await connects();
      } catch (error) {
        if (this.means.run.violations.length > 0) throw new Abandoned();
        if (isLost(error) && error.message.includes("sessionGone")) {
          if (this.#comingSince - this.#since < KEPT) throw new TooYoung();
          this.#giveUp(String(error));
        }
        if (!isLost(error) || FINAL.test(error.message) || performance.now() > deadline) this.#giveUp(String(error));
        await sleep(5 + 60 * this.means.random());
      }
    }
  }

  #giveUp(why: string): never {
    this.violate(why);
    throw new Abandoned();
  }
}

/** False if a wait was too short; any other error is one. */
function whether(error: unknown): false {
  if (error instanceof RivuletError && error.code === "RIVULET_TEST_TIMEOUT") return false;
  throw error;
}

function isLost(error: unknown): error is RivuletError {
  return error instanceof RivuletError && error.code === "RIVULET_TEST_CONNECTION";
}

/** A page without the numbers of its nodes. */
function shownBy(tree: AppTree, id?: NodeId): unknown {
  if (id === undefined) return Object.values(ROOT_IDS).map((root) => shownBy(tree, root));
  const { type, props, key, widget, children } = tree.nodes.get(id) ?? {};
  return { type, props, key, widget, children: children?.map((child) => shownBy(tree, child)) };
}
