import { useState } from "react";
import { afterPress } from "./press.ts";
import type { Edit } from "./use-edit.ts";

/** What a text that is being edited is told, if it is not what it should be: from when the user is done with it until it is mended. */
export function useComplaint(check: (text: string) => string | undefined) {
  const [complaint, setComplaint] = useState<string>();
  return {
    /** What to say of the text that is shown now. */
    of: (edit: Edit) => (edit.editing ? complaint : undefined),
    /** The user is done with the text. */
    judge: (edit: Edit) => {
      if (edit.editing) afterPress(() => setComplaint(check(edit.text)));
    },
    /** The text is another one. */
    changed: (text: string) => setComplaint((before) => (before === undefined ? undefined : check(text))),
    drop: () => setComplaint(undefined),
  };
}
