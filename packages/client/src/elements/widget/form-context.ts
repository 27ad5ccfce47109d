import { createContext, useContext } from "react";
import { elementText } from "../element-text.ts";

/** How the form around a widget is submitted: also by Enter in a field, or by its buttons only. Undefined outside of forms. */
export const FormContext = createContext<"enter" | "button" | undefined>(undefined);

/** What Enter does to a text that is being edited, in words; undefined if nothing. */
export function useEnterHint(): string | undefined {
  const form = useContext(FormContext);
  return form === undefined ? elementText.pressEnter : form === "enter" ? elementText.enterSubmits : undefined;
}
