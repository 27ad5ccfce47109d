import type { DisplayType, ElementType, PropsOf } from "@rivulet/protocol";
import { RivuletError, StaleRunContextError } from "../../errors.ts";
import { type StateImage, valueOf } from "../../thread/state-image.ts";
import { ElementHandle } from "../container.ts";
import { isControlFlow } from "../control-flow.ts";
import { places, type ScriptRunContext } from "../script-run-context.ts";
import type { TreeBlock, TreeNode } from "../session-tree.ts";
import { sessionState } from "../state/session-state-view.ts";
import type { CallNodes } from "./call-containers.ts";
import type { NodeRef, ThreadWrite } from "./call-messages.ts";

/** Makes what a thread writes to its run part of the run, in the order of its arrival, as if the script had written it (TH4). */
export class CallWrites {
  /** The first write that the run refused: the thread could not know, its `join()` says it. */
  failure: unknown;
  readonly #ctx: ScriptRunContext;
  readonly #nodes: CallNodes;

  constructor(ctx: ScriptRunContext, nodes: CallNodes) {
    this.#ctx = ctx;
    this.#nodes = nodes;
  }

  apply(write: ThreadWrite): void {
    if (this.#ctx.end !== undefined) return;
    try {
      this.#ctx.session.output.tick();
      this.#make(write);
    } catch (error) {
      // Its run is over: the thread hears that by itself.
      if (!isControlFlow(error) && !(error instanceof StaleRunContextError)) this.failure ??= error;
    }
  }

  #make(write: ThreadWrite): void {
    const { tree, output } = this.#ctx.session;
    switch (write.type) {
      case "emit":
        this.#nodes.set(write.ref, tree.emit(this.#block(write.parent), write.element as ElementType, write.props));
        break;
      case "block": {
        const { identity, keyPlace } = write;
        if (identity.key !== undefined) this.#claimKey(identity.key, keyPlace ?? "");
        this.#nodes.set(write.ref, tree.emit(this.#block(write.parent), write.element as ElementType, write.props, identity));
        break;
      }
      case "update":
        tree.update(this.#node(write.node), write.props);
        break;
      case "replace":
        this.#replace(write);
        break;
      case "clear":
        tree.clear(this.#block(write.block));
        break;
      case "message":
        return output.add(write.msg);
      case "state":
        return this.#setState(write.key, write.image);
      default:
        write satisfies never;
    }
    output.emitted();
  }

  /** A handle that the page made goes on with what stands there now. */
  #replace({ node, element, props, ref }: Extract<ThreadWrite, { type: "replace" }>): void {
    const old = this.#nodes.get(node);
    if (!(old instanceof ElementHandle)) {
      this.#nodes.set(ref, this.#ctx.session.tree.replace(this.#node(node), element as ElementType, props));
      return;
    }
    old.emit("st", element as DisplayType, props as unknown as PropsOf<DisplayType>);
    this.#nodes.set(ref, old);
  }

  #setState(key: string, image: StateImage | null): void {
    places.run({ ctx: this.#ctx, block: this.#ctx.session.tree.roots.main }, () => {
      if (image === null) delete (sessionState as Record<string, unknown>)[key];
      else (sessionState as Record<string, unknown>)[key] = valueOf(image);
    });
  }

  #claimKey(key: string, place: string): void {
    const { keys } = this.#ctx;
    const first = keys.get(key);
    if (first !== undefined) throw new RivuletError("RIVULET_DUPLICATE_KEY", { key: JSON.stringify(key), first, second: place });
    keys.set(key, place);
  }

  #block(ref: NodeRef): TreeBlock {
    const block = this.#node(ref) as TreeBlock;
    const { fragment } = this.#ctx;
    // The sidebar is the page's: a fragment writes into a block of its own there.
    return fragment === undefined || block.parent !== undefined ? block : fragment.regionIn(block, this.#ctx);
  }

  /** Missing: what made it was refused, and said so. */
  #node(ref: NodeRef): TreeNode {
    const node = this.#nodes.get(ref);
    if (node === undefined || node instanceof ElementHandle)
      throw this.failure ?? new Error("A thread named an element that is not there. This is a bug in rivulet.");
    return node;
  }
}
