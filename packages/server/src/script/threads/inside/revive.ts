import type { ElementType } from "@rivulet/protocol";
import { placeholder } from "../../blocks/empty.ts";
import { Container, ElementHandle } from "../../container.ts";
import type { Place } from "../../script-run-context.ts";
import type { NodeRef } from "../call-messages.ts";
import type { ContainerRef, Crossing } from "../crossing.ts";
import { noContext, notInThread } from "../no-context.ts";
import type { ThreadRunContext } from "./thread-run-context.ts";

/** A container in a thread that was given no context: each of its calls says so (TH5). */
class UnattachedContainer extends Container {
  constructor() {
    super(undefined);
  }

  override at(call: string): never {
    throw noContext(call);
  }
}

/** Containers as they come to a thread and leave it. */
export class ThreadContainers {
  readonly #ctx: ThreadRunContext | undefined;
  readonly #refs = new WeakMap<Container, NodeRef>();

  constructor(ctx: ThreadRunContext | undefined) {
    this.#ctx = ctx;
  }

  revive(given: ContainerRef): Container {
    const container = Object.assign(this.#make(given), given.fields);
    this.#refs.set(container, given.ref);
    return container;
  }

  #make({ ref, block }: ContainerRef): Container {
    const ctx = this.#ctx;
    if (ctx === undefined) return new UnattachedContainer();
    if (block === undefined) return new ElementHandle({ ctx, block: ctx.tree.roots.main }, ctx.tree.node("markdown", ref));
    const place: Place = { ctx, block: ctx.tree.block(block as ElementType, ref) };
    return block === "empty" ? placeholder(place) : new Container(place);
  }

  /** A container in the thread's result. */
  readonly refer: Crossing["refer"] = (container) => {
    const known = this.#refs.get(container);
    if (known !== undefined) return { ref: known, block: undefined, fields: {} };
    const { place } = container;
    if (this.#ctx === undefined || place?.ctx !== this.#ctx || container instanceof ElementHandle)
      throw notInThread("Returning this container", "Return containers that the thread was given or has made.");
    return { ref: this.#ctx.tree.refOf(place.block), block: place.block.type, fields: {} };
  };
}
