import { lastVisitCookie, writeLastVisit, type LastVisit } from "@rivulet/protocol";

/** Seconds that a browser keeps a cookie at most. */
const YEAR = 34_560_000;

/** Leaves for the server what only this browser knows, so that the next page is right from its first run on (FP3). */
export function leaveForNextVisit(visit: LastVisit, base: string): void {
  const text = writeLastVisit(visit);
  const cookie = `${lastVisitCookie(location.port)}=${text}`;
  if (document.cookie.split("; ").includes(cookie)) return;
  document.cookie = `${cookie}; path=${base}; max-age=${YEAR}; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
}
