import {
  isTaken,
  type BackMsg,
  type HostMsg,
  type NodeId,
  type PagePlace,
  type Taken,
  type UpdateMsg,
  type WidgetId,
} from "@rivulet/protocol";
import { FormDrafts } from "./form-drafts.ts";
import { sameValue } from "./same-value.ts";
import type { SendPace } from "./send-pace.ts";
import { SentMessages, type SentSnapshot } from "./sent-messages.ts";
import { Topics } from "./topics.ts";

/** What a browser holds of one widget beside the server's value; gone when there is neither. */
export interface LocalValue {
  /** Half-entered: no run knows it. */
  readonly draft?: { readonly value: unknown };
  /** Entered in a form, until a submit button of it is pressed. */
  readonly staged?: { readonly value: unknown };
  /** Why its form cannot be submitted with it. */
  readonly complaint?: string;
  /** In message `n`, or queued for the next one; shown until the run that took it has ended. `form`: it was staged before. */
  readonly sent?: { readonly value: unknown; readonly n: number; readonly form?: true };
}

/** What a widget store needs from the page around it. */
export interface WidgetStoreOptions {
  readonly send: (msg: BackMsg) => void;
  /** The last frame applied. */
  readonly seen: () => number;
  /** The fragment that values are for (`UpdateMsg.fragment`). */
  readonly fragmentOf: (values: UpdateMsg["values"]) => WidgetId | undefined;
  /** The form that a widget stands in (`AppTree.formOf`). */
  readonly formOf: (id: WidgetId) => NodeId | undefined;
  /** How the draft of its form is sent (`AppTree.draftOf`). */
  readonly draftOf: (id: WidgetId) => { readonly fragment: WidgetId; readonly after: number } | undefined;
  /** The dialog that a widget stands in (`AppTree.dialogOf`). */
  readonly dialogOf: (id: WidgetId) => NodeId | undefined;
  readonly pace: Pick<SendPace, "soon" | "sent" | "answered">;
  /** Called synchronously when an interaction is under way. */
  readonly onBusy: () => void;
}

/** What a store holds, as JSON: a page that is loaded again goes on with it. */
export interface WidgetSnapshot extends SentSnapshot {
  readonly local: readonly (readonly [WidgetId, LocalValue])[];
  readonly entered: UpdateMsg["values"];
}

/** What the server has of the widgets that are on the page. */
export type ServerValues = ReadonlyMap<WidgetId, unknown>;

/** Where a connection finds its session (`HostMsg` "welcome"). */
type Welcomed = Pick<Extract<HostMsg, { type: "welcome" }>, "resumed" | "received">;

/**
 * The browser's own values: drafts, what is staged in a form, and what was sent and is not yet answered.
 * A widget shows the first of these that there is, else the server's value (BM3); so a refusal shows the server's by itself.
 */
export class WidgetStore {
  readonly topics = new Topics<WidgetId>();
  readonly #options: WidgetStoreOptions;
  readonly #local = new Map<WidgetId, LocalValue>();
  readonly #sent: SentMessages;
  /** What was sent of each widget last: the values that a new session begins with (BM1). */
  readonly #entered = new Map<WidgetId, unknown>();
  /** Changed since the last message. */
  readonly #queued = new Set<WidgetId>();
  /** Drafts to commit when the pointer that blurred them has done its click. */
  readonly #held = new Set<WidgetId>();
  /** Drafts that wait for whatever is sent next. */
  readonly #deferred = new Set<WidgetId>();
  readonly #forms: FormDrafts;
  #pointerDown = false;

  constructor(options: WidgetStoreOptions, snapshot?: WidgetSnapshot) {
    this.#options = options;
    this.#forms = new FormDrafts(options, (fragment, form) => this.#sendDraft(fragment, form));
    this.#sent = new SentMessages(options.send, snapshot);
    if (snapshot === undefined) return;
    const { local, entered } = snapshot;
    for (const [id, value] of local) this.#local.set(id, value);
    for (const [id, value] of entered) this.#entered.set(id, value);
  }

  /** Everything, for a page that takes this one's place, but for what is secret and no server waits for. `shown` is what the server has of the widgets. */
  snapshot(shown: ServerValues, secrets: ReadonlySet<WidgetId>): WidgetSnapshot {
    const isOpen = ([id]: readonly [WidgetId, unknown]): boolean => !secrets.has(id);
    // What waits for its time has none left.
    this.flush();
    return {
      ...this.#sent.snapshot,
      local: [...this.#local].filter(isOpen),
      entered: this.entered(shown).filter(isOpen),
    };
  }

  /** The values that the user has entered in this session, as they are now. */
  entered(shown: ServerValues): [WidgetId, unknown][] {
    const now = (id: WidgetId, last: unknown): unknown => {
      const { sent } = this.#local.get(id) ?? {};
      if (sent) return sent.value;
      return shown.has(id) ? shown.get(id) : last;
    };
    return [...this.#entered].map(([id, last]): [WidgetId, unknown] => [id, now(id, last)]).filter(([, value]) => value !== undefined);
  }

  /** The highest number among the messages that would be repeated; 0 is none. */
  get repeats(): number {
    return this.#sent.repeats;
  }

  /** Every message up to `n` is kept by the server. */
  saved(n: number): void {
    this.#sent.saved(n);
  }

  /** A new session is to begin with nothing. */
  forgetEntered(): void {
    this.#entered.clear();
  }

  /** True while something was entered that no ended run has answered. */
  get busy(): boolean {
    return this.#queued.size > 0 || this.#sent.acting;
  }

  /** What the browser holds of a widget; replaced, never changed. */
  local(id: WidgetId): LocalValue | undefined {
    return this.#local.get(id);
  }

  /** What a widget shows. */
  value(id: WidgetId, server: unknown): unknown {
    const newest = newestOf(this.#local.get(id));
    return newest ? newest.value : server;
  }

  setDraft(id: WidgetId, value: unknown): void {
    const { complaint: _, ...kept } = this.#local.get(id) ?? {};
    this.#put(id, { ...kept, draft: { value } });
    this.#forms.changed(id, "typed");
    this.topics.flush();
  }

  /** Forgets a draft without sending it. */
  dropDraft(id: WidgetId): void {
    const { draft: _, ...kept } = this.#local.get(id) ?? {};
    this.#put(id, kept);
    this.#held.delete(id);
    this.#deferred.delete(id);
    this.#forms.changed(id, "entered");
    this.topics.flush();
  }

  /** Says why forms cannot be submitted with these values, until these change; of the other widgets `among` it takes back what it said. */
  complain(among: readonly WidgetId[], complaints: ReadonlyMap<WidgetId, string>): void {
    for (const id of among) {
      const { complaint: before, ...kept } = this.#local.get(id) ?? {};
      const complaint = complaints.get(id);
      if (complaint !== before) this.#put(id, complaint === undefined ? kept : { ...kept, complaint });
    }
    this.topics.flush();
  }

  /** Keeps a value for the next message, whatever causes that; stages it in its form. */
  defer(id: WidgetId, value: unknown): void {
    if (this.#options.formOf(id) !== undefined) return this.#stage(id, value);
    this.#deferred.add(id);
    this.setDraft(id, value);
  }

  /** Keeps a draft for the next message, or stages it in its form; drops one that changes nothing. */
  deferDraft(id: WidgetId, server: unknown): void {
    if (this.#options.formOf(id) !== undefined) return this.commitDraft(id, server);
    const draft = this.#local.get(id)?.draft;
    if (draft && sameValue(draft.value, server)) this.dropDraft(id);
    else if (draft) this.#deferred.add(id);
  }

  /** Sends a draft that differs from what was entered last, or stages it in its form; drops one that does not. Waits for the click of a pressed pointer. */
  commitDraft(id: WidgetId, server: unknown): void {
    const local = this.#local.get(id);
    if (!local?.draft) return;
    const before = local.staged ?? local.sent;
    if (sameValue(local.draft.value, before ? before.value : server)) {
      this.dropDraft(id);
    } else if (this.#pointerDown && this.#options.formOf(id) === undefined) this.#held.add(id);
    else this.setValue(id, local.draft.value);
  }

  /** Sends a value at once, or, when values of this widget come quicker than they are answered, the latest of them soon. Stages it in its form. */
  setValue(id: WidgetId, value: unknown): void {
    if (this.#options.formOf(id) !== undefined) return this.#stage(id, value);
    const more = this.#queued.has(id) || this.#sent.concern(id);
    this.#queue(id, value);
    this.#options.onBusy();
    if (more) this.#options.pace.soon(this.flush);
    else this.flush();
    this.topics.flush();
  }

  /** Sends a trigger with every queued value and every draft in one message (BM3); of forms, only with what is staged in its own. */
  fire(id: WidgetId, value: unknown): void {
    const own = this.#options.formOf(id);
    for (const [widget, { draft, staged }] of this.#local) {
      const entered = draft ?? staged;
      if (!entered) continue;
      const form = this.#options.formOf(widget);
      if (form === undefined ? this.#besides(widget, id) : form === own) this.#queue(widget, entered.value, form !== undefined);
    }
    this.#forms.submitted(own);
    this.#send([...this.#takeQueued(id), [id, value]]);
    this.#options.onBusy();
    this.topics.flush();
  }

  rerun(): void {
    this.#sendWaiting();
    this.#sent.rerun();
    this.#options.onBusy();
  }

  /** Says that the user has gone somewhere. */
  navigate(place: PagePlace): void {
    this.#sendWaiting();
    this.#sent.navigate(place);
    this.#options.onBusy();
  }

  /** The message in which the user went somewhere last; 0 if there was none. */
  get navigated(): number {
    return this.#sent.navigated;
  }

  #sendWaiting(): void {
    if (this.#deferred.size > 0) this.#send(this.#takeQueued(undefined));
    else this.flush();
  }

  /** Runs a fragment again because its time is over. Nobody acted: values that wait go on waiting, and the page is not busy. */
  tick(fragment: WidgetId): void {
    this.#sent.update({ seen: this.#options.seen(), values: [], fragment });
    this.#renumber();
  }

  /** What waits goes out under a later number. */
  #renumber(): void {
    for (const id of this.#queued) {
      const local = this.#local.get(id);
      if (local?.sent) this.#put(id, { ...local, sent: { ...local.sent, n: this.#sent.next } });
    }
  }

  /** True while a tick of this fragment is not answered. */
  ticking(fragment: WidgetId): boolean {
    return this.#sent.ticking(fragment);
  }

  /** Sends what is queued. */
  readonly flush = (): void => {
    const [first] = this.#queued;
    if (first !== undefined) this.#send(this.#takeQueued(first));
  };

  /** A pressed pointer holds drafts back until its click has fired: the blur it causes must not send before the click does. */
  pointer(down: boolean): void {
    this.#pointerDown = down;
    if (down) return;
    const held = [...this.#held];
    this.#held.clear();
    for (const id of held) {
      const draft = this.#local.get(id)?.draft;
      if (draft) this.setValue(id, draft.value);
    }
  }

  /** What has had its effect is over: the server's values show again. Listeners hear at the next flush of `topics`. */
  settle(taken: Taken): void {
    this.#sent.answered(taken);
    this.#forget((n) => isTaken(taken, n));
    this.#forms.answered();
    this.#options.pace.answered();
  }

  /** Message `n` had no effect and never will: what a form had staged is staged again. False if it was a tick, which nobody will miss. */
  refused(n: number): boolean {
    const missed = this.#sent.refused(n);
    for (const [id, local] of this.#local) if (local.sent?.n === n) this.#put(id, unsent(local));
    this.#forget((one) => one === n);
    this.topics.flush();
    return missed;
  }

  /** Forgets the local values of widgets that are gone. */
  prune(present: ReadonlySet<WidgetId>): void {
    for (const id of this.#local.keys()) {
      // What a draft will show again is not gone.
      if (present.has(id) || this.#drafting) continue;
      this.#put(id, {});
      this.#queued.delete(id);
      this.#held.delete(id);
      this.#deferred.delete(id);
    }
  }

  /** True if there is anything to prune. */
  get holdsValues(): boolean {
    return this.#local.size > 0;
  }

  /** The socket is back: the same session gets again what it has missed, a new one starts counting anew. */
  reconnected({ resumed, received }: Welcomed): void {
    if (resumed) return this.#sent.repeat(received);
    this.#sent.reset();
    this.#queued.clear();
    for (const [id, local] of this.#local) this.#put(id, unsent(local));
    this.#forms.forgotten(this.#local.keys());
    this.topics.flush();
  }

  /** True while a draft is under way, or waits for the page of a new session. */
  get #drafting(): boolean {
    return this.#forms.waiting || this.#sent.drafting;
  }

  /** Sends all that is staged in a form to its body. */
  #sendDraft(fragment: WidgetId, form: NodeId): void {
    const values: [WidgetId, unknown][] = [];
    for (const [id, { draft, staged }] of this.#local) {
      const entered = draft ?? staged;
      if (entered && this.#options.formOf(id) === form) values.push([id, entered.value]);
    }
    if (!this.#forms.isNew(fragment, form, values)) return;
    this.#sent.update({ seen: this.#options.seen(), values, fragment, draft: true });
    this.#options.onBusy();
    this.#renumber();
  }

  /** False for what stands outside of the dialog in which the user acts: it waits until that is over, since only the page could take it. */
  #besides(widget: WidgetId, acting: WidgetId): boolean {
    const dialog = this.#options.dialogOf(acting);
    return dialog === undefined || this.#options.dialogOf(widget) === dialog;
  }

  #stage(id: WidgetId, value: unknown): void {
    const sent = this.#local.get(id)?.sent;
    this.#put(id, { staged: { value }, ...(sent && { sent }) });
    this.#forms.changed(id, "entered");
    this.topics.flush();
  }

  #queue(id: WidgetId, value: unknown, form = false): void {
    this.#held.delete(id);
    this.#deferred.delete(id);
    this.#queued.add(id);
    this.#entered.set(id, value);
    this.#put(id, { sent: { value, n: this.#sent.next, ...(form && { form }) } });
  }

  /** What goes with a message of the widget `acting`; undefined: of the page. */
  #takeQueued(acting: WidgetId | undefined): [WidgetId, unknown][] {
    for (const id of [...this.#held, ...this.#deferred]) {
      if (acting !== undefined && !this.#besides(id, acting)) continue;
      const draft = this.#local.get(id)?.draft;
      if (draft) this.#queue(id, draft.value);
    }
    const values = [...this.#queued].map((id): [WidgetId, unknown] => [id, this.#local.get(id)?.sent?.value]);
    this.#queued.clear();
    return values;
  }

  #send(values: readonly (readonly [WidgetId, unknown])[]): void {
    this.#sent.update({ seen: this.#options.seen(), values, fragment: this.#options.fragmentOf(values) });
    this.#options.pace.sent();
  }

  #forget(over: (n: number) => boolean): void {
    for (const [id, local] of this.#local) {
      if (!local.sent || !over(local.sent.n)) continue;
      const { sent: _, ...kept } = local;
      this.#put(id, kept);
    }
  }

  #put(id: WidgetId, local: LocalValue): void {
    if (newestOf(local) || local.complaint !== undefined) this.#local.set(id, local);
    else this.#local.delete(id);
    this.topics.touch(id);
  }
}

/** What the user sees of it. */
function newestOf(local: LocalValue | undefined): { readonly value: unknown } | undefined {
  return local?.draft ?? local?.staged ?? local?.sent;
}

/** What is left when nobody knows what became of a message: nobody shall have to fill in a form twice. */
function unsent({ draft, staged, sent }: LocalValue): LocalValue {
  const again = staged ?? (sent?.form ? { value: sent.value } : undefined);
  return { ...(draft && { draft }), ...(again && { staged: again }) };
}
