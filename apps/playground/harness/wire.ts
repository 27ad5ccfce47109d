import { connect } from "@rivulet/testing";
import { startPage } from "./page-server.ts";

/** A user of a page who may send anything: the real server, the real wire. */
export async function openWire(page: URL) {
  const server = await startPage(page, { command: "dev" });
  try {
    const client = await connect(server.address);
    await client.waitIdle();
    return {
      client,
      /** Sends a value for a widget as it is, and resolves when the server has answered. */
      async send(label: string, value: unknown): Promise<void> {
        await client.byLabel(label).set(value);
        await client.waitIdle();
      },
      async [Symbol.asyncDispose](): Promise<void> {
        await client.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
