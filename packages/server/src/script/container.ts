import { elements, ParseError, show } from "@rivulet/protocol";
import type { BlockType, DisplayType, ElementType, PropsOf, TriggerType, ValueOf, WidgetType } from "@rivulet/protocol";
import { badOption, RivuletError } from "../errors.ts";
import { claim, type NamedCall } from "./claim.ts";
import type * as elementFunctions from "./elements/index.ts";
import { fieldProps, type FieldOptions } from "./elements/field-options.ts";
import { bodyAround } from "./forms/form-body.ts";
import { formAround, nameOf, type FormRecord } from "./forms/form-record.ts";
import { keepOutside, outsideValue } from "./lasting/bindings.ts";
import { checkLasting, type Lasting } from "./lasting/lasting-options.ts";
import { isPromiseLike } from "./promise-like.ts";
import { places, type Place, type ScriptRunContext } from "./script-run-context.ts";
import type { TreeBlock, TreeNode } from "./session-tree.ts";
import type { Fragment } from "./fragments/fragment.ts";
import { ownCopy } from "./state/page-value.ts";
import type { WidgetRecord } from "./state/widget-states.ts";

/** What identifies a widget or block and what it does when its value changes. */
export interface WidgetCall extends NamedCall {
  readonly onChange?: ((value: never) => unknown) | undefined;
  /** What it is told as a field of a form. */
  readonly field?: FieldOptions | undefined;
  /** Turns a wire value into what the page and session state see, where they differ. */
  readonly decode?: ((wire: never) => unknown) | undefined;
  /** Turns what session state was given into a wire value; throws `badOption` for what is none. */
  readonly encode?: ((value: unknown) => unknown) | undefined;
  /** What is left of a chosen value that the props no longer allow; without it the initial value takes its place. */
  readonly keep?: ((wire: never) => unknown) | undefined;
  /** Props that depend on which widget it is. */
  readonly more?: ((record: WidgetRecord, ctx: ScriptRunContext) => object) | undefined;
  /** True: a press needs a page that has run (SR8), also without a callback. */
  readonly bound?: boolean | undefined;
  /** True: the initial value is the moment's ("now"), and stays what it was in the first run. */
  readonly momentary?: boolean | undefined;
  /** The options of the call: how long its value lasts. */
  readonly lasting?: { readonly persistState?: unknown; readonly bind?: unknown } | undefined;
}

/** Every element function. `element-methods.ts` puts them on the class, since some of them need the class first. */
type ElementMethods = typeof elementFunctions;

export interface Container extends ElementMethods {}

/**
 * A place to write to: every element function is a method of it. It carries its own run context (TH2), so it
 * writes to the right session whoever calls; after its run it throws `StaleRunContextError`.
 */
export class Container {
  /** @internal */ readonly place: Place | undefined;

  /** @internal */
  constructor(place: Place | undefined) {
    this.place = place;
  }

  /** Where this container writes, checked: the run is not over, and due output is flushed. @internal */
  at(call: string): Place {
    const place = this.here();
    place.ctx.check(call);
    place.ctx.session.output.tick();
    return place;
  }

  /** Where the running code writes that uses this container. @internal */
  here(): Place {
    return reach(this.place as Place, regionOf);
  }

  /**
   * Runs `body` with bare `st.*` calls writing into this container; returns what it returns. An async body
   * belongs to the run even if nobody awaits it.
   * @example
   * const [left, right] = st.columns(2);
   * left.with(() => st.write("on the left"));
   */
  with<T>(body: (container: this) => T): T {
    const place = this.at("with");
    if (typeof body !== "function") throw badOption("with", "body", "a function that writes into the container", body);
    const result = places.run(place, body, this);
    return isPromiseLike(result) ? (place.ctx.track(result) as T) : result;
  }

  /** Emits a display element at this container's end. @internal */
  emit<T extends DisplayType>(call: string, type: T, props: PropsOf<T>): ElementHandle {
    const { ctx, block } = this.at(call);
    const node = ctx.session.tree.emit(block, type, props);
    ctx.session.output.emitted();
    return new ElementHandle({ ctx, block }, node);
  }

  /** Emits a widget whose `props.value` is its initial value, and returns its current one in wire form. @internal */
  widget<T extends WidgetType>(type: T, props: PropsOf<T>, call: WidgetCall): ValueOf<T> {
    const { ctx, block } = this.at(call.call);
    const form = formAround(block);
    if (form !== undefined && call.onChange !== undefined) throw misplaced(call.call, IN_FORM.callback);
    const field = call.field === undefined ? undefined : fieldProps(call.call, type, call.field);
    const node = claim(ctx, block, type, call);
    if (form === undefined) return ownCopy(valued(ctx, node, props, call)) as ValueOf<T>;
    const record = ctx.session.forms.get(form);
    const problem = record?.problems.get(nameOf(node));
    if (field?.live !== undefined) {
      const body = bodyAround(ctx.fragment, record);
      if (body === undefined) throw misplaced(call.call, IN_FORM.live);
      record?.liveBodies.add(body);
    }
    const shown = problem === undefined && field === undefined ? props : { ...props, ...field, problem };
    const value = valued(ctx, node, shown, call);
    return ownCopy(record === undefined ? value : draftOr(ctx, node, record, shown, value)) as ValueOf<T>;
  }

  /** Emits a trigger and returns what it fired, once, else undefined. @internal */
  trigger<T extends TriggerType>(type: T, props: PropsOf<T>, call: WidgetCall): ValueOf<T> | undefined {
    const { ctx, block } = this.at(call.call);
    const around = formAround(block);
    if (around !== undefined && runsAtOnce(type, props)) throw misplaced(call.call, IN_FORM.trigger);
    const node = claim(ctx, block, type, call);
    const form = ctx.session.forms.get(around);
    // What a submit is judged by is the page's: it must have run where one is.
    const record = recordOf(ctx, node, call, form !== undefined || call.bound === true);
    const seed = seedOf(ctx, record, props);
    if (seed !== undefined && record.fired === undefined) [record.fired, record.firedBy] = [seed.value, seed.no];
    ctx.session.tree.update(node, call.more === undefined ? props : { ...props, ...call.more(record, ctx) });
    ctx.session.output.emitted();
    if (type === "formSubmitButton" && form !== undefined) {
      form.buttons.add(record);
      form.buttonRun = ctx.run;
    } else if (type === "formSubmitButton")
      throw misplaced(call.call, "stands in no form. Write `form.formSubmitButton()`, or use st.button.");
    if (call.key !== undefined && ctx.session.state.has(call.key)) {
      throw new RivuletError("RIVULET_WIDGET_STATE", {
        key: call.key,
        problem: `cannot be set: ${call.call} fires, it holds no value. Delete the key.`,
      });
    }
    const fired = record.fired as ValueOf<T> | undefined;
    if (fired === undefined || ctx.drafting) return undefined;
    // Consumed: a run that supersedes this one must not see the click again (SR7).
    record.fired = undefined;
    if (form !== undefined) form.submitted = true;
    ctx.acting();
    return fired;
  }

  /** Emits a block and returns it as a container. With `props.value` the block is stateful. @internal */
  block<T extends BlockType>(
    type: T,
    props: PropsOf<T>,
    call: WidgetCall,
  ): { readonly block: TreeBlock; readonly ctx: ScriptRunContext; readonly value: unknown } {
    const { ctx, block } = this.at(call.call);
    const node = claim(ctx, block, type, call) as TreeBlock;
    if ((props as { value?: unknown }).value === undefined) {
      ctx.session.tree.update(node, props);
      ctx.session.output.emitted();
      return { block: node, ctx, value: undefined };
    }
    return { block: node, ctx, value: valued(ctx, node, props, call) };
  }
}

/** What a display element's call returns: a command called on it replaces that element in place. */
export class ElementHandle extends Container {
  #node: TreeNode;

  /** @internal */
  constructor(place: Place, node: TreeNode) {
    super(place);
    this.#node = node;
  }

  /** @internal */
  override here(): Place {
    return reach(this.place as Place, (block) => block);
  }

  /** @internal */
  override emit<T extends DisplayType>(call: string, type: T, props: PropsOf<T>): ElementHandle {
    const { ctx } = this.at(call);
    this.#node = ctx.session.tree.replace(this.#node, type, props);
    ctx.session.output.emitted();
    return this;
  }

  /** @internal */
  override widget<T extends WidgetType>(_: T, __: PropsOf<T>, call: WidgetCall): never {
    throw notHere(call.call);
  }

  /** @internal */
  override trigger<T extends TriggerType>(_: T, __: PropsOf<T>, call: WidgetCall): never {
    throw notHere(call.call);
  }

  /** @internal */
  override block<T extends BlockType>(_: T, __: PropsOf<T>, call: WidgetCall): never {
    throw notHere(call.call);
  }
}

/** What a form takes of widgets is what is entered; when it acts is the submit buttons' concern. */
const IN_FORM = {
  callback: "stands in a form, whose widgets change together: give its callback (onChange) to the submit button, as onClick.",
  live: "is live, but stands in no body that could run again. Write `form.with(() => { ... })` around it, or leave out live.",
  trigger: "stands in a form, whose values wait for a submit. Use st.formSubmitButton, or move it out of the form.",
};

/** True of triggers that would run the page with what is not submitted; a link that only opens its address may stand anywhere. */
function runsAtOnce(type: TriggerType, props: object): boolean {
  return type !== "formSubmitButton" && !(type === "linkButton" && (props as PropsOf<"linkButton">).runs === undefined);
}

function notHere(call: string): RivuletError {
  return misplaced(call, "cannot replace an element in place. Make a placeholder with st.empty() and write there.");
}

function misplaced(call: string, problem: string): RivuletError {
  return new RivuletError("RIVULET_BAD_PLACE", { call, problem });
}

/** Where a fragment's body writes that uses a container from around it: under its own run's context, in a block of its own (G2). */
function reach(place: Place, blockFor: (block: TreeBlock, ctx: ScriptRunContext) => TreeBlock): Place {
  if (!place.ctx.session.fragments.any) return place;
  const ctx = places.getStore()?.ctx;
  if (ctx === undefined || ctx === place.ctx) return place;
  for (let outer = ctx.outer; outer !== undefined; outer = outer.outer) {
    if (outer === place.ctx) return { ctx, block: blockFor(place.block, ctx) };
  }
  return place;
}

function regionOf(block: TreeBlock, ctx: ScriptRunContext): TreeBlock {
  ctx.check("a container outside of the fragment");
  return (ctx.fragment as Fragment).regionIn(block, ctx);
}

function recordOf(ctx: ScriptRunContext, node: TreeNode, call: WidgetCall, judged = false): WidgetRecord {
  const record = ctx.session.widgets.claim(node.widget as string, call.key, node.type, ctx);
  record.onChange = call.onChange;
  record.decode = call.decode;
  ctx.session.widgets.bind(record, judged || call.onChange !== undefined || ctx.session.tree.hasEquals(node));
  return record;
}

/** What the body of a form sees of a field: while it shows a draft, what is staged, if the props still allow that. */
function draftOr(ctx: ScriptRunContext, node: TreeNode, form: FormRecord, props: object, value: unknown): unknown {
  const record = ctx.session.widgets.get(node.widget as string);
  if (record?.draft === undefined) return value;
  // The draft of a session that has come from elsewhere.
  form.drafted.add(record);
  if (!ctx.drafting) return value;
  try {
    return parse(record, record.draft.value, props);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return value;
  }
}

/** The value a widget has now: what session state was given, else what was chosen and is still valid, else the initial one. */
function currentValue<V>(ctx: ScriptRunContext, record: WidgetRecord, props: { readonly value: V }, call: WidgetCall): V {
  const { widgets, state } = ctx.session;
  const seed = seedOf(ctx, record, props);
  if (seed !== undefined) {
    widgets.choose(record, seed.value);
    record.dispatched = seed.value;
  }
  if (call.key !== undefined && state.has(call.key)) {
    const given = state.get(call.key);
    state.delete(call.key);
    const wire = call.encode ? call.encode(given) : given;
    widgets.choose(record, check(record, wire, props, call));
    record.dispatched = record.value;
    return record.value as V;
  }
  const outside = record.lasting?.bind === undefined ? undefined : fromOutside(ctx, record, props);
  if (outside !== undefined && outside !== "gone") {
    widgets.choose(record, outside.value);
    record.dispatched = outside.value;
    return outside.value as V;
  }
  if (record.chosen && outside === undefined) {
    try {
      return parse(record, record.value, props) as V;
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
    }
    if (call.keep !== undefined) {
      widgets.choose(record, call.keep(record.value as never));
      record.dispatched = record.value;
      return record.value as V;
    }
  }
  widgets.reset(record, props.value);
  if (call.momentary === true) widgets.choose(record, props.value);
  return props.value;
}

/** What waits for a bound widget outside of the session: a value that its parser takes, or "gone" if it was taken away there. */
function fromOutside({ session }: ScriptRunContext, record: WidgetRecord, props: object): { readonly value: unknown } | "gone" | undefined {
  if ((props as { disabled?: boolean }).disabled === true) return undefined;
  const outside = outsideValue(session, record, props);
  if (outside === undefined || outside === "gone") return outside;
  try {
    return { value: parse(record, outside.raw, props) };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return undefined;
  }
}

/** How long a widget's value lasts, for most as long as it is shown. */
function lastingFor(record: WidgetRecord, props: { readonly value: unknown }, call: WidgetCall): Lasting | undefined {
  const { key, lasting: { persistState, bind } = {} } = call;
  const checked = checkLasting(call.call, record.type as ElementType, props, { key, persistState, bind });
  if (checked === undefined) return undefined;
  // What was "now" at first is no choice of the user's later.
  const initial = call.momentary === true && record.lasting !== undefined ? record.lasting.initial : props.value;
  return { ...checked, initial };
}

/** What was sent for a widget before its page had run here, if its parser takes it, and by which request. */
function seedOf(
  { session }: ScriptRunContext,
  record: WidgetRecord,
  props: object,
): { readonly value: unknown; readonly no: number } | undefined {
  const seed = session.widgets.takeSeed(record.id);
  if (seed === undefined || (props as { disabled?: boolean }).disabled === true) return undefined;
  try {
    return { value: parse(record, seed.raw, props), no: seed.no };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return undefined;
  }
}

function check(record: WidgetRecord, wire: unknown, props: unknown, { key, call }: WidgetCall): unknown {
  try {
    return parse(record, wire, props);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    throw new RivuletError("RIVULET_WIDGET_STATE", {
      key: key as string,
      problem: `holds ${show(wire)}, but ${call} needs ${error.expected}.`,
    });
  }
}

/** The definition's own parser; the table is generic over all elements, hence the cast. */
function parse(record: WidgetRecord, wire: unknown, props: unknown): unknown {
  const definition = elements[record.type as ElementType] as { parse?: (raw: unknown, props: unknown) => unknown };
  return definition.parse ? definition.parse(wire, props) : wire;
}

/** Gives a widget that was claimed its props, and returns its value. What has no value to show shows its initial one. */
function valued(ctx: ScriptRunContext, node: TreeNode, props: object, call: WidgetCall): unknown {
  const { tree, output } = ctx.session;
  const shown = props as { value: unknown };
  const record = recordOf(ctx, node, call);
  record.initial = shown.value;
  try {
    if (call.lasting !== undefined) record.lasting = lastingFor(record, shown, call);
    shown.value = record.value = currentValue(ctx, record, shown, call);
  } finally {
    tree.update(node, props);
    output.emitted();
  }
  if (record.lasting?.bind !== undefined && !ctx.unseen) keepOutside(ctx.session, record);
  return shown.value;
}
