// The few protobuf messages of Streamlit's protocol that a benchmark needs, by their field numbers.
const BACK_MSG = { rerunScript: 11 };
const CLIENT_STATE = { widgetStates: 2 };
const WIDGET_STATES = { widgets: 1 };
const WIDGET_STATE = { id: 1, triggerValue: 2 };
const FORWARD_MSG = { scriptFinished: 6 };

const LENGTH_DELIMITED = 2;
/** The label is a button's second field. */
const LABEL_TAG = (2 << 3) | LENGTH_DELIMITED;

/** Asks for the first run. */
export function firstRunMessage(): Uint8Array {
  return field(BACK_MSG.rerunScript, Buffer.alloc(0));
}

/** Presses a button. */
export function clickMessage(widget: string): Uint8Array {
  const state = Buffer.concat([field(WIDGET_STATE.id, Buffer.from(widget)), Buffer.from([WIDGET_STATE.triggerValue << 3, 1])]);
  return field(BACK_MSG.rerunScript, field(CLIENT_STATE.widgetStates, field(WIDGET_STATES.widgets, state)));
}

/** True for the message that ends a run: it carries the field at its top level. */
export function isScriptFinished(message: Buffer): boolean {
  for (let at = 0; at < message.length;) {
    const tag = varint(message, at);
    if (tag.value >>> 3 === FORWARD_MSG.scriptFinished) return true;
    at = skip(message, tag.end, tag.value & 7);
  }
  return false;
}

/** A button without a key, wherever in a message it stands: its id, and behind it the label. */
export function buttonIn(message: Buffer): { readonly id: string; readonly label: string } | undefined {
  const found = /\$\$ID-[0-9a-f]+-None/.exec(message.toString("latin1"));
  if (found === null) return undefined;
  const [id] = found;
  const at = found.index + id.length;
  if (message[at] !== LABEL_TAG) return undefined;
  const length = varint(message, at + 1);
  return { id, label: message.toString("utf8", length.end, length.end + length.value) };
}

function field(number: number, content: Buffer): Buffer {
  return Buffer.concat([encodeVarint((number << 3) | LENGTH_DELIMITED), encodeVarint(content.length), content]);
}

function encodeVarint(value: number): Buffer {
  const bytes: number[] = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}

function varint(bytes: Buffer, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] ?? 0;
    if (shift < 28) value |= (byte & 127) << shift;
    if (byte < 128) return { value: value >>> 0, end: at };
  }
}

/** Where the field after this one begins. */
function skip(bytes: Buffer, at: number, wireType: number): number {
  if (wireType === LENGTH_DELIMITED) {
    const length = varint(bytes, at);
    return length.end + length.value;
  }
  if (wireType === 0) return varint(bytes, at).end;
  return at + (wireType === 5 ? 4 : 8);
}
