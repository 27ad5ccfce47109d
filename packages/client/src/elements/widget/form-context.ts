import { createContext, useContext } from "react";
import { elementText } from "../element-text.ts";
import { isApple } from "./platform.ts";

/** How the form around a widget is submitted: also by Enter in a field, or by its buttons only. Undefined outside of forms. */
export const FormContext = createContext<"enter" | "button" | undefined>(undefined);

/** What Enter (with `lines`, Ctrl+Enter) does to a text that is being edited, in words; undefined if nothing. */
export function useEnterHint(lines = false): string | undefined {
  const form = useContext(FormContext);
  if (form === undefined) return lines ? elementText.ctrlEnter(isApple()) : elementText.pressEnter;
  if (form === "button") return undefined;
  return lines ? elementText.ctrlEnterSubmits(isApple()) : elementText.enterSubmits;
}
