import { createContext, useContext } from "react";
import { elementText } from "../element-text.ts";
import { isApple } from "./platform.ts";

/** What a form gives to what stands in it. */
export interface FormAround {
  /** How it is submitted: also by Enter in a field, or by its buttons only. */
  readonly by: "enter" | "button";
  /** Says which fields keep it from being submitted; nothing if none does. */
  readonly blame: (labels: readonly string[]) => void;
}

/** Undefined outside of forms. */
export const FormContext = createContext<FormAround | undefined>(undefined);

/** What Enter (with `lines`, Ctrl+Enter) does to a text that is being edited, in words; undefined if nothing. */
export function useEnterHint(lines = false): string | undefined {
  const by = useContext(FormContext)?.by;
  if (by === undefined) return lines ? elementText.ctrlEnter(isApple()) : elementText.pressEnter;
  if (by === "button") return undefined;
  return lines ? elementText.ctrlEnterSubmits(isApple()) : elementText.enterSubmits;
}
