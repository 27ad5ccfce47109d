import type { Height, Width } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import { checkShared } from "../elements/option-checks.ts";
import { isPromiseLike } from "../promise-like.ts";
import { placeholder, type Placeholder } from "./empty.ts";

export interface SkeletonOptions {
  /** Pixels or "stretch". Default: a line of text. */
  readonly height?: Exclude<Height, "content"> | undefined;
  /** Pixels or "stretch" (default). */
  readonly width?: Exclude<Width, "content"> | undefined;
}

/** A grey shape in the place of one element: what is written here replaces it. */
export interface Skeleton extends Omit<Placeholder, "with"> {
  /** Shows the shape while `body` runs, if that takes a while; what the body writes goes below, where the page writes. */
  with<T>(body: (container: Container) => T): T;
}

/**
 * Shows a grey shape where something is on its way. Write into what it returns to put that in its place, or run the work with it.
 * @throws BadOptionError for options that make no sense.
 * @example
 * const chart = st.skeleton({ height: 240 });
 * chart.table(await load());
 * @example
 * await st.skeleton().with(async () => st.write(await load()));
 */
export function skeleton(this: Container, options: SkeletonOptions = {}): Skeleton {
  const site = takeCallSite("skeleton", options);
  const call = "st.skeleton";
  checkShared(call, options);
  const { height, width } = options;
  for (const [name, size] of [["height", height] as const, ["width", width] as const])
    if ((size as unknown) === "content") throw badOption(call, name, 'pixels above 0 or "stretch"', size);
  const slot = placeholder(this.block("empty", {}, { call, site, label: "" }));
  const place = this.at(call);
  slot.emit(call, "skeleton", { height, width });
  const body = <T>(run: (container: Container) => T): T => {
    slot.emit(call, "skeleton", { height, width, late: true });
    const done = () => {
      if (place.ctx.end === undefined) slot.clear();
    };
    return this.with((container) => {
      let result: T;
      try {
        result = run(container);
      } catch (error) {
        done();
        throw error;
      }
      if (isPromiseLike(result)) return result.then(...settled(done)) as T;
      done();
      return result;
    });
  };
  return Object.assign(slot, { with: body });
}

/** What a promise is to call so that `done` follows it either way. */
function settled(done: () => void): [(value: unknown) => unknown, (error: unknown) => never] {
  return [
    (value) => {
      done();
      return value;
    },
    (error) => {
      done();
      throw error;
    },
  ];
}
