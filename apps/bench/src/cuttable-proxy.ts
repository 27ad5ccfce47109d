import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A link to a server that can be cut and joined again, and led to another server. */
export interface CuttableProxy {
  readonly url: string;
  /** Resets every connection, and each new one. */
  cut(): void;
  /** New connections go to this server. */
  join(url: string): void;
  close(): Promise<void>;
}

export async function cuttableProxy(url: string): Promise<CuttableProxy> {
  const ends = new Set<Socket>();
  let port: number | undefined = Number(new URL(url).port);
  const keep = (socket: Socket, other: Socket) => {
    ends.add(socket);
    socket.setNoDelay(true);
    socket.on("error", () => other.destroy());
    socket.on("close", () => {
      ends.delete(socket);
      other.destroy();
    });
  };
  const server = createServer((near) => {
    if (port === undefined) return void near.resetAndDestroy();
    const far = connect(port, "127.0.0.1");
    keep(near, far);
    keep(far, near);
    near.pipe(far).pipe(near);
  });
  const cut = () => {
    port = undefined;
    for (const socket of ends) socket.destroy();
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    cut,
    join: (to) => {
      port = Number(new URL(to).port);
    },
    close: async () => {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
