import { type LastCallMemory, LastCallWriter } from "../thread/last-call.ts";
import { takeLatestSite } from "./call-site.ts";

let writer: LastCallWriter | undefined;

/** From now on this thread's `st` calls are noted in shared memory. */
export function noteCallsIn(memory: LastCallMemory): void {
  writer = new LastCallWriter(memory);
}

/** Notes that code of a session's run is at an `st` call, with its place if that has a call site. A few nanoseconds. */
export function noteCall(session: string): void {
  if (writer === undefined) return;
  const site = takeLatestSite();
  if (site !== undefined) writer.write(session, site.file, site.line);
  // What was noted for another session says nothing about this one.
  else if (session !== writer.session) writer.write(session, "", 0);
}
