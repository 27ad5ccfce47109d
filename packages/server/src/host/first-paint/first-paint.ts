import type { PagePlace } from "@rivulet/protocol";
import type { FastifyRequest } from "fastify";
import type { SessionManager } from "../session-manager.ts";
import { type FirstFrames, readFirstFrames } from "./first-frames.ts";
import { isNavigation } from "./is-navigation.ts";
import { visitOfRequest } from "./visit-of-request.ts";

/** What a page's HTML carries of a session that its navigation has begun. */
export interface FirstPaint extends FirstFrames {
  readonly token: string;
  readonly frames: readonly Uint8Array[];
}

/** Begins the session of a navigation, and returns what its page has said in the first moments; undefined if nobody is to begin one. */
export async function firstPaint(
  request: FastifyRequest,
  { sessions, base, place }: { readonly sessions: SessionManager; readonly base: string; readonly place: PagePlace },
): Promise<FirstPaint | undefined> {
  if (!isNavigation(request.raw) || isSoftReload(request.headers.cookie)) return undefined;
  const opening = sessions.open(visitOfRequest(request, base, place));
  if (opening === undefined) return undefined;
  const { token, page } = opening;
  const frames = await page.frames();
  if (request.raw.socket.destroyed) {
    opening.abandon();
    return undefined;
  }
  return { token, frames, ...readFirstFrames(frames) };
}

/** A page that is loaded again for a newer build goes on with the session that it has (WS1). */
function isSoftReload(cookies: string | undefined): boolean {
  return cookies?.includes("rivulet-reload=1") === true;
}
