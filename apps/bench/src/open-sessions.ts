import type { Target, TargetClient, TargetServer } from "./targets/target.ts";

/** Sessions that begin at a time. */
const AT_ONCE = 10;

/** Begins this many sessions; for each the page, or the echo, has run once. */
export async function openSessions(target: Target, server: TargetServer, count: number): Promise<TargetClient[]> {
  const clients: TargetClient[] = [];
  await forEach(count, async () => {
    clients.push(await openSession(target, server));
  });
  return clients;
}

/** Begins this many sessions and ends each as soon as its page has run. */
export async function passSessions(target: Target, server: TargetServer, count: number): Promise<void> {
  await forEach(count, async () => {
    const client = await openSession(target, server);
    await client.close();
  });
}

async function openSession(target: Target, server: TargetServer): Promise<TargetClient> {
  const client = await target.connect(server);
  // A bare socket has no first run.
  if (target.pages === false) await client.rerun();
  return client;
}

async function forEach(count: number, act: () => Promise<void>): Promise<void> {
  let left = count;
  const work = async () => {
    while (left-- > 0) await act();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
