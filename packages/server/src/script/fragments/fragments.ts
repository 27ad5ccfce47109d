import type { WidgetId } from "@rivulet/protocol";
import { Fragment, isWithin, type FragmentCall } from "./fragment.ts";

/** The fragments of a session, by id and by key. */
export class Fragments {
  readonly #byId = new Map<WidgetId, Fragment>();

  /** True if the page has fragments at all. */
  get any(): boolean {
    return this.#byId.size > 0;
  }

  /** The fragment with this id that stands on the page. */
  get(id: WidgetId): Fragment | undefined {
    const fragment = this.#byId.get(id);
    return fragment?.block.standing === "gone" ? undefined : fragment;
  }

  byKey(key: string): Fragment | undefined {
    return this.get(`k:${key}`);
  }

  /** The keys that `st.rerun` can name. */
  keys(): string[] {
    return [...this.#byId.values()].flatMap(({ key }) => key ?? []);
  }

  /** Notes a call: from now on the fragment runs as this call has left it. */
  called(id: WidgetId, key: string | undefined, call: FragmentCall): Fragment {
    const known = this.#byId.get(id);
    if (known === undefined || known.parent !== call.calledBy.fragment) {
      const fragment = new Fragment(id, key, call);
      this.#byId.set(id, fragment);
      return fragment;
    }
    known.block = call.block;
    known.body = call.body;
    known.calledBy = call.calledBy;
    known.regions.clear();
    known.dropPart();
    return known;
  }

  /** A run of `fragment` alone begins: it takes over its own part of a longer run, and what stood in that part is over. */
  takeParts(fragment: Fragment): void {
    fragment.takePart();
    for (const inner of this.#byId.values()) if (inner !== fragment && inner.isWithin(fragment)) inner.dropPart();
  }

  /** Forgets a fragment and what stands in it: its place is gone. */
  forget(fragment: Fragment): void {
    for (const inner of this.#byId.values()) {
      if (!inner.isWithin(fragment)) continue;
      this.#byId.delete(inner.id);
      inner.dropPart();
    }
  }

  /** Lets go of every fragment: the session is over. */
  release(): void {
    this.#byId.clear();
  }

  /** Forgets what a finished run of `within` did not call; returns it. */
  finish(run: number, within: Fragment | undefined): readonly Fragment[] {
    const gone: Fragment[] = [];
    for (const fragment of this.#byId.values()) {
      if (fragment === within || fragment.calledBy.run >= run || !isWithin(fragment, within)) continue;
      this.#byId.delete(fragment.id);
      fragment.dropPart();
      gone.push(fragment);
    }
    return gone;
  }
}

/** Those that stand in none of the others. */
export function outermost(fragments: ReadonlySet<Fragment>): Fragment[] {
  return [...fragments].filter((fragment) => ![...fragments].some((other) => other !== fragment && fragment.isWithin(other)));
}
