import { setImmediate } from "node:timers/promises";

type Resources = ReadonlyMap<string, number>;

/** Counts what keeps this thread's event loop busy, by kind. */
export function countResources(): Resources {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** True if something is running that was not running before: a timer, a socket, a file being read. What is just ending gets a turn to do so. */
export async function leftRunning(before: Resources): Promise<boolean> {
  if (!hasMore(before)) return false;
  await setImmediate();
  return hasMore(before);
}

function hasMore(before: Resources): boolean {
  for (const [kind, count] of countResources()) if (kind !== "CloseReq" && count > (before.get(kind) ?? 0)) return true;
  return false;
}
