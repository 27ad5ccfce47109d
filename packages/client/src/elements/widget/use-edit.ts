import { useState } from "react";

interface Edited<Value> {
  readonly text: string;
  /** What the text stands for; undefined if for nothing valid. */
  readonly draft: Value | undefined;
}

interface EditOptions<Value> {
  readonly value: Value;
  /** The server's value, to which the draft returns while the text is invalid. */
  readonly settled: Value;
  readonly show: (value: Value) => string;
  /** The value that a text stands for; undefined if it is invalid. */
  readonly read: (text: string) => Value | undefined;
  readonly setDraft: (value: Value) => void;
  readonly commitDraft: () => void;
  readonly dropDraft: () => void;
}

/** An input's text while it is being edited, and after. */
export interface Edit {
  readonly text: string;
  /** True from the first key until the text is committed. */
  readonly editing: boolean;
  readonly change: (text: string) => void;
  /** Sends what is valid. An invalid text stays if `keepInvalid`, else the value returns. */
  readonly commit: (keepInvalid: boolean) => void;
  /** Forgets the text without sending it. */
  readonly drop: () => void;
}

/**
 * Keeps the text that the user is typing apart from the value it stands for ("1." is 1). The text shows as long as its draft is
 * the value; if the value changes without it (a form was cleared, a trigger took the draft along and the page answered), the value shows.
 */
export function useEdit<Value>({ value, settled, show, read, setDraft, commitDraft, dropDraft }: EditOptions<Value>): Edit {
  const [edited, setEdited] = useState<Edited<Value>>();
  const current = edited && (edited.draft === undefined || Object.is(edited.draft, value)) ? edited : undefined;
  return {
    text: current ? current.text : show(value),
    editing: current !== undefined,
    change: (text) => {
      const draft = read(text);
      setEdited({ text, draft });
      setDraft(draft === undefined ? settled : draft);
    },
    commit: (keepInvalid) => {
      if (!current) return;
      if (current.draft === undefined && keepInvalid) return;
      setEdited(undefined);
      commitDraft();
    },
    drop: () => {
      if (!current) return;
      setEdited(undefined);
      dropDraft();
    },
  };
}
