import { display, type CommonProps } from "../element.ts";

/** A collapsible JSON tree. */
export interface JsonProps extends CommonProps {
  /** Serialised JSON. */
  readonly body: string;
  /** All open, all closed, or open down to a depth. */
  readonly expanded?: boolean | number | undefined;
}

export const json = display<JsonProps>();
