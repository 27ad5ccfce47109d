import { RivuletError } from "../../errors.ts";
import { placeholder } from "../blocks/empty.ts";
import { Container, ElementHandle } from "../container.ts";
import type { ScriptRunContext } from "../script-run-context.ts";
import { TreeBlock, type TreeNode } from "../session-tree.ts";
import type { NodeRef } from "./call-messages.ts";
import type { ContainerRef, Crossing } from "./crossing.ts";

/** Containers and elements that a thread can name. */
export type CallNodes = Map<NodeRef, TreeNode | ElementHandle>;

/** Containers as they go to a thread and come back from it. */
export class CallContainers {
  readonly nodes: CallNodes = new Map();
  readonly #given = new Map<NodeRef, Container>();
  readonly #thread: string;
  readonly #ctx: ScriptRunContext | undefined;

  constructor(thread: string, ctx: ScriptRunContext | undefined) {
    this.#thread = thread;
    this.#ctx = ctx;
    const roots = ctx?.session.tree.roots;
    for (const block of [ctx?.home, roots?.sidebar, roots?.bottom, roots?.overlay]) this.nodes.set(this.nodes.size, block as TreeBlock);
  }

  /** A container among the arguments. */
  readonly refer: Crossing["refer"] = (container, path) => {
    if (container.place === undefined) throw this.#refuse(path, "st itself", "Import st in the thread's module.");
    const place = container.here();
    if (place.ctx.end !== undefined) throw this.#refuse(path, "a container of a run that is over", "Pass one that this run has made.");
    if (this.#ctx !== undefined && place.ctx !== this.#ctx)
      throw this.#refuse(path, "a container of another run than its context", "Give the thread the context of the container's run.");
    const ref = this.nodes.size;
    this.nodes.set(ref, container instanceof ElementHandle ? container : place.block);
    this.#given.set(ref, container);
    if (container instanceof ElementHandle) return { ref, block: undefined, fields: {} };
    const fields = Object.entries(container).filter(([key, value]) => key !== "place" && typeof value !== "function");
    return { ref, block: place.block.type, fields: Object.fromEntries(fields) };
  };

  /** A container in the result: one that was given, or that the thread has made. */
  revive({ ref }: ContainerRef): Container {
    const given = this.#given.get(ref);
    if (given !== undefined) return given;
    const block = this.nodes.get(ref);
    if (!(block instanceof TreeBlock) || this.#ctx === undefined)
      throw new RivuletError("RIVULET_THREAD_VALUE", {
        path: "The result",
        thread: this.#thread,
        value: "a container that was not made",
        advice: "Its run is over.",
      });
    const place = { ctx: this.#ctx, block };
    return block.type === "empty" ? placeholder(place) : new Container(place);
  }

  #refuse(path: string, value: string, advice: string): RivuletError {
    return new RivuletError("RIVULET_THREAD_VALUE", { path, thread: this.#thread, value, advice });
  }
}
