import { createHash } from "node:crypto";
import type { ClientFacts, PagePlace, Taken, WidgetId } from "@rivulet/protocol";
import { pack, unpack } from "msgpackr/pack";
import type { StoredValue } from "../../thread/messages.ts";
import { imageOfBytes, type StateImage } from "../../thread/state-image.ts";
import type { SessionChange, StoredSession } from "./session-store.ts";

/** BackMsgs in a range that have had their effect but for the presses of these widgets. */
export type Partly = readonly [from: number, to: number, presses: readonly WidgetId[]];

/** What the store keeps of a session in one piece: small, and written with each commit. A field more is a line here. */
export interface SessionHead {
  readonly place: PagePlace;
  /** Where its browser said last that it is. */
  readonly browser: PagePlace;
  /** The BackMsg by which its user went somewhere last. */
  readonly movedBy: number;
  readonly facts: ClientFacts;
  readonly taken: Taken;
  readonly partly: readonly Partly[];
  readonly bound: readonly WidgetId[] | undefined;
  /** What its browser keeps for bound widgets: texts by name. */
  readonly stored: readonly (readonly [name: string, text: string])[];
  /** What of it the session has written itself (`SessionRecord.written`). */
  readonly written: readonly (readonly [name: string, told: number])[];
}

/** A session as data, whole. */
export interface SessionImage extends SessionHead {
  readonly values: Map<WidgetId, StoredValue>;
  readonly state: Map<string, StateImage>;
}

const START: PagePlace = { path: "/", query: "" };
const EMPTY: SessionHead = {
  place: START,
  browser: START,
  movedBy: 0,
  facts: {},
  taken: { taken: 0 },
  partly: [],
  bound: undefined,
  stored: [],
  written: [],
};
const LONGEST_NAME = 150;

/** One entry of a map, as a part of the store. */
export type Part = SessionChange["parts"][number];
type Kind = "value" | "state";

export function encodeHead(head: SessionHead): Uint8Array {
  return pack(head);
}

/** An entry under its own name; null says that it is gone. */
export function encodePart(kind: Kind, name: string, content: StoredValue | Uint8Array | null): Part {
  return [partName(kind, name), content === null ? null : pack([name, content])];
}

/** A session from the store. What an older version did not write is as in a new session, what a newer one added is ignored. */
export function decodeSession({ head, parts }: Pick<StoredSession, "head" | "parts">): SessionImage {
  const image = { ...EMPTY, ...(unpack(head) as Partial<SessionHead>), values: new Map(), state: new Map() };
  for (const [part, bytes] of parts) {
    const [name, content] = unpack(bytes) as [string, StoredValue & Uint8Array];
    if (part.startsWith("value:")) image.values.set(name, content);
    else if (part.startsWith("state:")) image.state.set(name, imageOfBytes(content));
  }
  return image;
}

function partName(kind: Kind, name: string): string {
  const short = name.length <= LONGEST_NAME ? name : `#${createHash("sha256").update(name).digest("base64url")}`;
  return `${kind}:${short}`;
}
