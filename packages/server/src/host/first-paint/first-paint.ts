import type { IncomingHttpHeaders } from "node:http";
import type { PagePlace } from "@rivulet/protocol";
import type { FastifyRequest } from "fastify";
import type { SessionOptions } from "../options.ts";
import type { SessionManager } from "../session-manager.ts";
import { type FirstFrames, readFirstFrames } from "./first-frames.ts";
import { isNavigation } from "./is-navigation.ts";
import { visitOfRequest } from "./visit-of-request.ts";

/** What a page's HTML carries of a session that its navigation has begun. */
export interface FirstPaint extends FirstFrames {
  readonly token: string;
  readonly frames: readonly Uint8Array[];
}

interface Visited {
  readonly sessions: SessionManager;
  readonly options: Pick<SessionOptions, "resumeOnReload">;
  readonly base: string;
  readonly place: PagePlace;
}

/** Begins the session of a navigation, and returns what its page has said in the first moments; undefined if nobody is to begin one. */
export async function firstPaint(request: FastifyRequest, { sessions, options, base, place }: Visited): Promise<FirstPaint | undefined> {
  if (!isNavigation(request.raw) || goesOn(request.headers, options)) return undefined;
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

/**
 * Whether the tab has a session to go on with, as far as a request can tell: it is loaded again for a newer build (WS1), or by its user
 * where that is what reloads do (WS3). Browsers say the latter by asking caches to look again. A tab without a session begins one itself.
 */
function goesOn({ cookie, "cache-control": caching }: IncomingHttpHeaders, { resumeOnReload }: Visited["options"]): boolean {
  return cookie?.includes("rivulet-reload=1") === true || (resumeOnReload && /max-age=0|no-cache/.test(caching ?? ""));
}
