import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** The way from browsers to a server, over real TCP. Its connections can go dead as in a network that fails: nobody is told. */
export class DeadLine implements AsyncDisposable {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(port: number) {
    this.#server = createServer((browser) => {
      const server = connect(port, "127.0.0.1");
      browser.pipe(server).pipe(browser);
      for (const socket of [browser, server]) {
        this.#sockets.add(socket);
        socket.on("error", () => {}).on("close", () => this.#sockets.delete(socket));
      }
    });
  }

  /** Opens a way to a server of this machine. */
  static async to(address: string): Promise<DeadLine> {
    const line = new DeadLine(Number(new URL(address).port));
    line.#server.listen(0, "127.0.0.1");
    await once(line.#server, "listening");
    return line;
  }

  /** Where browsers find the server by this way. */
  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** From now on nothing passes over the connections that there are, and none of them ends. New ones are well. */
  die(): void {
    for (const socket of this.#sockets) socket.unpipe().pause();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
