import { Figures } from "../figure.ts";
import { openSessions } from "../open-sessions.ts";
import type { Scenario } from "./scenario.ts";

/** A thousand sessions that come ten at a time: how long until the page has run once for each? */
export const connect: Scenario = async (targets, { quick }) => {
  const figures = new Figures("connect");
  const sessions = quick ? 200 : 1000;
  for (const target of targets) {
    const server = await target.start(10);
    const start = performance.now();
    const clients = await openSessions(target, server, sessions);
    figures.add(target.name, "ms", { [`${sessions} sessions, each run once`]: performance.now() - start });
    await Promise.all(clients.map((client) => client.close()));
    await server.stop();
  }
  return figures.all;
};
