import { block, type CommonProps } from "../element.ts";
import { boolean } from "../parse.ts";

/** A button that opens a box over the page. `value` is there when stateful: whether it is open. */
export interface PopoverProps extends CommonProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly kind: "primary" | "secondary" | "tertiary";
  readonly icon?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly wrap?: boolean | undefined;
  readonly value?: boolean | undefined;
}

export const popover = block<PopoverProps, boolean>(boolean);
