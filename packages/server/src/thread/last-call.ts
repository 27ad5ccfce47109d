/**
 * Shared memory in which a script thread notes its last `st` call, so that the host can tell where a thread is
 * that sits in a native call and answers nobody (SR9): three numbers (line, length of the session's id, length of the file's name),
 * then both texts.
 */
export type LastCallMemory = SharedArrayBuffer;

/** What was last noted. */
export interface LastCall {
  readonly session: string;
  /** The call's place; undefined if it has no call site. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

const LINE = 0;
const SESSION_LENGTH = 1;
const FILE_LENGTH = 2;
const SESSION_AT = 12;
const FILE_AT = SESSION_AT + 64;
const SIZE = FILE_AT + 1024;

export function createLastCallMemory(): LastCallMemory {
  return new SharedArrayBuffer(SIZE);
}

/** The writing side. Texts are written only when they change: the usual call costs one store. */
export class LastCallWriter {
  readonly #numbers: Int32Array;
  readonly #bytes: Buffer;
  #session = "";
  #file = "";

  constructor(memory: LastCallMemory) {
    this.#numbers = new Int32Array(memory, 0, 3);
    this.#bytes = Buffer.from(memory);
  }

  get session(): string {
    return this.#session;
  }

  /** Notes a session's call; line 0 says that its place is not known. */
  write(session: string, file: string, line: number): void {
    if (session !== this.#session) {
      this.#session = session;
      this.#numbers[SESSION_LENGTH] = this.#bytes.write(session, SESSION_AT, FILE_AT - SESSION_AT);
    }
    if (file !== this.#file) {
      this.#file = file;
      this.#numbers[FILE_LENGTH] = this.#bytes.write(file, FILE_AT);
    }
    this.#numbers[LINE] = line;
  }
}

/** Reads what a thread noted that no longer answers; undefined if it noted nothing. */
export function readLastCall(memory: LastCallMemory): LastCall | undefined {
  const numbers = new Int32Array(memory, 0, 3);
  const text = (at: number, length = 0): string => Buffer.from(memory).toString("utf8", at, at + length);
  const session = text(SESSION_AT, numbers[SESSION_LENGTH]);
  if (session === "") return undefined;
  const line = numbers[LINE];
  return line ? { session, file: text(FILE_AT, numbers[FILE_LENGTH]), line } : { session };
}
