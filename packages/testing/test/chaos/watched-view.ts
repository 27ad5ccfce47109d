import { PageView } from "../../dist/page-view.js";
import type { Hits } from "./hits.ts";
import { story } from "./story.ts";

const STORY = /^story (\d+):/;

/** A browser's view of one session that looks at every frame for what must never be seen. */
export class WatchedView extends PageView {
  /** Presses of a counter that were sent so far: none may show more. */
  sent = (_what: "a" | "b" | "pokes"): number => Infinity;
  readonly #secret: string;
  readonly #hits: Hits;
  readonly #violate: (what: string) => void;

  constructor(secret: string, hits: Hits, violate: (what: string) => void) {
    super();
    this.#secret = secret;
    this.#hits = hits;
    this.#violate = violate;
  }

  override connected(resumed: boolean, replays = false): void {
    if (resumed) this.#hits.hit(replays ? "frames replayed" : "whole tree");
    super.connected(resumed, replays);
  }

  override applyFrame(frame: Parameters<PageView["applyFrame"]>[0]): void {
    try {
      super.applyFrame(frame);
    } catch (error) {
      this.#violate(`a frame cannot be applied: ${String(error)}`);
      throw error;
    }
    if (this.synced) for (const text of this.texts()) this.#look(text);
  }

  #look(text: string): void {
    if (!text.startsWith(`${this.#secret} `)) return this.#violate(`shows what is not its own: ${text}`);
    const own = text.slice(this.#secret.length + 1);
    const told = STORY.exec(own)?.[1];
    if (told !== undefined && !story(Number(told)).startsWith(own)) this.#violate(`a stream with a gap or a repetition: ${own}`);
    const counted = / has (\d+) and (\d+)$/.exec(own) ?? [];
    this.#atMost("a", counted[1], text);
    this.#atMost("b", counted[2], text);
    this.#atMost("pokes", /^pokes (\d+)$/.exec(own)?.[1], text);
  }

  #atMost(what: "a" | "b" | "pokes", shown: string | undefined, text: string): void {
    if (Number(shown ?? 0) > this.sent(what)) this.#violate(`more than was sent: ${text}`);
  }
}
