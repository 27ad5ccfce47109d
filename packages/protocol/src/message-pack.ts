/** A global wherever the protocol runs; this package has the types of none of those places. */
declare const TextDecoder: new (label: string, options: { ignoreBOM: boolean }) => { decode(bytes: Uint8Array): string };

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
/** Shorter strings are read character by character: a call of TextDecoder costs more than that. */
const SHORT = 32;

/**
 * Reads one MessagePack value as `encodeFrame` writes it: JSON's types, bytes and undefined.
 * Own code, since it is a fifth the size of a general reader and every browser loads it before the first text; a fuzz test holds it to msgpackr.
 */
export function readMessagePack(bytes: Uint8Array): unknown {
  return new Reader(bytes).value();
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  value(): unknown {
    const tag = this.#view.getUint8(this.#at++);
    if (tag < 0x80) return tag;
    if (tag < 0x90) return this.#map(tag & 0x0f);
    if (tag < 0xa0) return this.#array(tag & 0x0f);
    if (tag < 0xc0) return this.#string(tag & 0x1f);
    if (tag >= 0xe0) return tag - 0x100;
    switch (tag) {
      case 0xc0:
        return null;
      case 0xc2:
        return false;
      case 0xc3:
        return true;
      case 0xca:
        return this.#view.getFloat32(this.#skip(4));
      case 0xcb:
        return this.#view.getFloat64(this.#skip(8));
      case 0xcc:
      case 0xcd:
      case 0xce:
        return this.#size(tag - 0xcc);
      case 0xcf:
        return integer(this.#view.getBigUint64(this.#skip(8)));
      case 0xd0:
        return this.#view.getInt8(this.#skip(1));
      case 0xd1:
        return this.#view.getInt16(this.#skip(2));
      case 0xd2:
        return this.#view.getInt32(this.#skip(4));
      case 0xd3:
        return integer(this.#view.getBigInt64(this.#skip(8)));
      case 0xd9:
      case 0xda:
      case 0xdb:
        return this.#string(this.#size(tag - 0xd9));
      case 0xc4:
      case 0xc5:
      case 0xc6:
        return this.#binary(this.#size(tag - 0xc4));
      case 0xdc:
      case 0xdd:
        return this.#array(this.#size(tag - 0xdb));
      case 0xde:
      case 0xdf:
        return this.#map(this.#size(tag - 0xdd));
      case 0xd4:
        // The one extension in use: type 0 stands for undefined.
        if (this.#view.getInt16(this.#skip(2)) === 0) return undefined;
    }
    throw new Error(`A frame has a value of the unknown kind 0x${tag.toString(16)}. This is a bug in rivulet.`);
  }

  /** Moves on; returns where it was. */
  #skip(count: number): number {
    const at = this.#at;
    this.#at += count;
    return at;
  }

  /** An unsigned number of 1, 2 or 4 bytes. */
  #size(power: number): number {
    if (power === 0) return this.#view.getUint8(this.#skip(1));
    return power === 1 ? this.#view.getUint16(this.#skip(2)) : this.#view.getUint32(this.#skip(4));
  }

  #string(length: number): string {
    const start = this.#skip(length);
    if (length < SHORT) {
      let text = "";
      for (let i = start; i < this.#at; i++) {
        const code = this.#bytes[i] as number;
        if (code > 0x7f) return utf8.decode(this.#bytes.subarray(start, this.#at));
        text += String.fromCharCode(code);
      }
      return text;
    }
    return utf8.decode(this.#bytes.subarray(start, this.#at));
  }

  /** A copy: the frame's memory is not kept alive by one small value. */
  #binary(length: number): Uint8Array {
    const start = this.#skip(length);
    return Uint8Array.from(this.#bytes.subarray(start, this.#at));
  }

  #array(length: number): unknown[] {
    const items: unknown[] = [];
    for (let i = 0; i < length; i++) items.push(this.value());
    return items;
  }

  #map(length: number): Record<string, unknown> {
    const record: Record<string, unknown> = {};
    for (let i = 0; i < length; i++) {
      const name = String(this.value());
      // As plain assignment it would set the prototype instead.
      if (name === "__proto__")
        Object.defineProperty(record, name, { value: this.value(), enumerable: true, configurable: true, writable: true });
      else record[name] = this.value();
    }
    return record;
  }
}

/** Whole numbers beyond 32 bits that a number holds exactly are numbers. */
function integer(value: bigint): number | bigint {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
