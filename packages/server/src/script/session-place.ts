import { samePlace, type PagePlace } from "@rivulet/protocol";
import type { Commit } from "../thread/messages.ts";
import type { ScriptSession } from "./script-session.ts";

/** Where a session is, and what its browser and its host know of that. */
export class SessionPlace {
  readonly #session: Pick<ScriptSession, "output" | "runs">;
  #place: PagePlace;
  /** What the browser's address bar says, as far as can be known. */
  #browser: PagePlace;
  #uncommitted = false;

  constructor(session: Pick<ScriptSession, "output" | "runs">, { path, query }: PagePlace) {
    this.#session = session;
    this.#place = this.#browser = { path, query };
  }

  get path(): string {
    return this.#place.path;
  }

  /** Without the question mark. */
  get query(): string {
    return this.#place.query;
  }

  /** The user has gone somewhere. */
  navigated(place: PagePlace): void {
    this.#place = this.#browser = place;
    this.#uncommitted = false;
  }

  /** The page goes somewhere: the browser is told, and the host at the end of the run. An unseen run must not call this. */
  goTo(place: PagePlace, mode: "push" | "replace"): void {
    if (!samePlace(place, this.#place)) {
      this.#place = place;
      this.#uncommitted = true;
    }
    if (samePlace(place, this.#browser)) return;
    this.#browser = place;
    this.#session.output.add({ type: "location", ...place, mode, after: this.#session.runs.received });
  }

  /** Goes into a whole tree: its browser may have missed where the page has sent it. */
  message(): { readonly type: "location"; readonly mode: "replace"; readonly after: number } & PagePlace {
    return { type: "location", ...this.#place, mode: "replace", after: this.#session.runs.received };
  }

  /** Where the runs have gone since the last call, if anywhere. */
  take(): Commit["place"] {
    if (!this.#uncommitted) return undefined;
    this.#uncommitted = false;
    return { ...this.#place, after: this.#session.runs.received };
  }
}
