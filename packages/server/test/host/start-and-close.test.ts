import { CLOSE_CODES } from "@rivulet/protocol";
import { expect, test } from "vitest";
import { CLIENT_DIR, startServer } from "./test-server.ts";
import { SocketClient } from "./socket-client.ts";

test("a taken port is said so, with port and host", async () => {
  await using server = await startServer();
  await expect(startServer({ port: server.port })).rejects.toMatchObject({
    code: "RIVULET_PORT_TAKEN",
    message: `Port ${server.port} on 127.0.0.1 is taken. Stop the program that uses it, or choose another with --port.`,
  });
});

test("an address that is not this machine's is said so", async () => {
  await expect(startServer({ host: "203.0.113.1" })).rejects.toMatchObject({ code: "RIVULET_BAD_HOST" });
});

test.each(["app", "/a b", "/a/../b", "/%41", "/<x>"])("the base %s is refused", async (base) => {
  await expect(startServer({ base })).rejects.toMatchObject({ code: "RIVULET_BAD_BASE" });
});

test("a folder without the browser's files is said so", async () => {
  await expect(startServer({ clientDir: `${CLIENT_DIR}/nothing` })).rejects.toMatchObject({ code: "RIVULET_CLIENT_FILES" });
  await expect(startServer({ clientDir: `${CLIENT_DIR}/_rivulet` })).rejects.toMatchObject({ code: "RIVULET_CLIENT_FILES" });
});

test("a failed start leaves no worker behind", async () => {
  await using server = await startServer();
  const before = process.getActiveResourcesInfo().filter((kind) => kind === "MessagePort").length;
  await expect(startServer({ port: server.port })).rejects.toThrow();
  expect(process.getActiveResourcesInfo().filter((kind) => kind === "MessagePort").length).toBeLessThanOrEqual(before);
});

test("close says goodbye, ends every worker and frees the port, even beside a page that never ends", async () => {
  const server = await startServer();
  const loops = await Promise.all([SocketClient.open(server.url), SocketClient.open(server.url)]);
  for (const client of loops) {
    await client.report();
    client.update({ do: "loop" });
    await client.started("loop");
  }
  await using silent = new SocketClient(server.url);
  await silent.opened();
  await server.close();
  for (const client of [...loops, silent]) expect(await client.closed).toBe(CLOSE_CODES.goingAway.code);
  expect(server.workers).toEqual({ started: 2, ended: 2 });
  expect(server.sourceClosed).toBe(true);
  await using again = await startServer({ port: server.port });
  expect(again.port).toBe(server.port);
});

test("close twice is close once", async () => {
  const server = await startServer();
  await Promise.all([server.close(), server.close()]);
  await expect(fetch(server.url)).rejects.toThrow();
});
