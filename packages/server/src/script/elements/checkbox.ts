import type { LabelVisibility, Width } from "@rivulet/protocol";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";

export interface CheckboxOptions {
  /** The initial value; default false. */
  readonly value?: boolean | undefined;
  readonly key?: string | undefined;
  /** Markdown behind a help button. */
  readonly help?: string | undefined;
  /** Called with the new value, before the page runs. */
  readonly onChange?: ((value: boolean) => unknown) | undefined;
  readonly disabled?: boolean | undefined;
  readonly labelVisibility?: LabelVisibility | undefined;
  /** Default "content". */
  readonly width?: Width | undefined;
  readonly wrap?: boolean | undefined;
}

/**
 * Shows a checkbox and returns whether it is checked.
 * @example
 * if (st.checkbox("Details")) st.json(order);
 */
export function checkbox(this: Container, label: string, options: CheckboxOptions = {}): boolean {
  const site = takeCallSite("checkbox", label, options);
  const { value = false, key, help, onChange, disabled, labelVisibility, width, wrap } = options;
  const props = { label, value, help, disabled, labelVisibility, width, wrap };
  return this.widget("checkbox", props, { call: "st.checkbox", site, label, key, onChange });
}
