import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What cached functions of the fixtures ask: it counts how often, and can make them wait. */
export class Origin implements AsyncDisposable {
  readonly #server = createServer((request, response) => {
    const path = (request.url ?? "/").slice(1);
    this.#counts.set(path, this.count(path) + 1);
    request.on("close", () => {
      if (!response.writableFinished) this.cut.push(path);
      this.#wake();
    });
    if (this.#held.has(path)) this.#held.get(path)?.push(response);
    else this.#answer(path, response);
    this.#wake();
  });
  readonly #counts = new Map<string, number>();
  readonly #held = new Map<string, ServerResponse[]>();
  #waiting: (() => void)[] = [];
  /** Requests that were given up. */
  readonly cut: string[] = [];
  /** Answers in place of the count, one after the other. */
  readonly answers = new Map<string, string[]>();

  static async start(): Promise<Origin> {
    const origin = new Origin();
    await new Promise<void>((resolve) => origin.#server.listen(0, "127.0.0.1", resolve));
    process.env.CACHE_TEST_ORIGIN = `http://127.0.0.1:${(origin.#server.address() as AddressInfo).port}`;
    return origin;
  }

  count(path: string): number {
    return this.#counts.get(path) ?? 0;
  }

  /** Keeps those who ask for a path waiting until the returned function is called. */
  hold(path: string): () => void {
    const held: ServerResponse[] = [];
    this.#held.set(path, held);
    return () => {
      this.#held.delete(path);
      for (const response of held) this.#answer(path, response);
    };
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #answer(path: string, response: ServerResponse): void {
    const answer = this.answers.get(path)?.shift() ?? String(this.count(path));
    response.writeHead(answer.startsWith("error") ? 500 : 200, { connection: "close" }).end(answer);
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
