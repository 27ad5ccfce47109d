import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "../../../server/test/random.ts";
import { FrameTracker } from "./frame-tracker.ts";
import type { Hits } from "./hits.ts";
import { pickTrouble, type Trouble, type Way } from "./trouble.ts";

/** Bytes of a throttled connection that pass at a time, and the milliseconds between. */
const TRICKLE = { bytes: 256, pause: 4 };

/** The network between one user and the server: a real TCP proxy that does to each connection what chance says. */
export class ChaosProxy implements AsyncDisposable {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #random: Random;
  readonly #hits: Hits;
  readonly #target: number;
  #healed = false;

  private constructor(target: number, random: Random, hits: Hits) {
    this.#target = target;
    this.#random = random;
    this.#hits = hits;
    this.#server = createServer((browser) => this.#link(browser));
  }

  /** Opens a way to a server's port on this machine. */
  static async open(target: number, random: Random, hits: Hits): Promise<ChaosProxy> {
    const proxy = new ChaosProxy(target, random, hits);
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** Connections from now on are left alone. */
  heal(): void {
    this.#healed = true;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #link(browser: Socket): void {
    const server = connect(this.#target, "127.0.0.1");
    const trouble: Trouble = this.#healed ? { kind: "none" } : pickTrouble(this.#random);
    const link = new Link(browser, server, { trouble, random: this.#random, hits: this.#hits });
    for (const socket of [browser, server]) {
      socket.setNoDelay(true);
      this.#sockets.add(socket);
      socket.once("close", () => this.#sockets.delete(socket));
    }
    link.open();
  }
}

/** One connection. */
class Link {
  readonly #browser: Socket;
  readonly #server: Socket;
  readonly #trouble: Trouble;
  readonly #random: Random;
  readonly #hits: Hits;
  readonly #frames = { up: new FrameTracker(), down: new FrameTracker() };
  readonly #bytes = { up: 0, down: 0 };
  /** Chunks that the browser has sent. */
  #sent = 0;
  #dark = false;

  constructor(browser: Socket, server: Socket, means: { readonly trouble: Trouble; readonly random: Random; readonly hits: Hits }) {
    this.#browser = browser;
    this.#server = server;
    this.#trouble = means.trouble;
    this.#random = means.random;
    this.#hits = means.hits;
  }

  open(): void {
    this.#pipe("up", this.#browser, this.#server);
    this.#pipe("down", this.#server, this.#browser);
    if (this.#trouble.kind === "throttle") this.#hits.hit("throttled");
    if (this.#trouble.kind === "delay") this.#hits.hit("delayed");
  }

  #pipe(way: Way, from: Socket, to: Socket): void {
    from.on("data", (chunk: Buffer) => {
      from.pause();
      void this.#pass(way, chunk, to).then(() => this.#dark || from.resume());
    });
    // One that was reset is as gone as one that was closed.
    from.on("error", () => {});
    from.on("close", () => this.#dark || to.destroy());
  }

  async #pass(way: Way, chunk: Buffer, to: Socket): Promise<void> {
    const trouble = this.#trouble;
    const before = this.#bytes[way];
    this.#bytes[way] += chunk.length;
    const nth = way === "up" ? ++this.#sent : 0;
    switch (trouble.kind) {
      case "cut":
        if (trouble.way !== way || trouble.after >= before + chunk.length) break;
        this.#write(way, chunk.subarray(0, Math.max(0, trouble.after - before)), to);
        this.#hits.hit(this.#frames[way].withinFrame ? "cut within a frame" : "cut between frames");
        return this.#cut();
      case "cut after sending":
        if (trouble.nth !== nth) break;
        this.#hits.hit("cut after sending");
        to.end(chunk);
        return void this.#browser.destroy();
      case "swallow":
        if (trouble.nth !== nth) break;
        this.#hits.hit("swallowed");
        return this.#cut();
      case "half-open":
        if (trouble.nth === nth) return this.#darken(trouble.wait);
        if (this.#dark) return;
        break;
      case "throttle":
        return this.#trickle(way, chunk, to);
      case "delay":
        await sleep(this.#random() * trouble.most);
        break;
      case "none":
        break;
      default:
        trouble satisfies never;
    }
    this.#write(way, chunk, to);
  }

  #write(way: Way, chunk: Uint8Array, to: Socket): void {
    this.#frames[way].take(chunk);
    if (chunk.length > 0 && to.writable) to.write(chunk);
  }

  async #trickle(way: Way, chunk: Buffer, to: Socket): Promise<void> {
    for (let at = 0; at < chunk.length && to.writable; at += TRICKLE.bytes) {
      this.#write(way, chunk.subarray(at, at + TRICKLE.bytes), to);
      await sleep(TRICKLE.pause);
    }
  }

  /** Nothing passes any more; the server goes on believing in its browser. */
  async #darken(wait: number): Promise<void> {
    this.#dark = true;
    this.#hits.hit("half-open");
    this.#server.pause();
    await sleep(wait);
    this.#browser.destroy();
  }

  #cut(): void {
    // What was passed on so far arrives.
    this.#server.destroySoon();
    this.#browser.destroySoon();
  }
}
