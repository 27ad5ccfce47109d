import { widget, type WidgetProps } from "../element.ts";
import { finite, integer, nullable, ParseError } from "../parse.ts";

export interface NumberInputProps extends WidgetProps<number | null> {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step: number;
  /** Whole numbers only. */
  readonly integer: boolean;
  /** True when an empty field is a value (null). */
  readonly clearable: boolean;
  /** A printf format such as "%.2f". */
  readonly format?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly icon?: string | undefined;
}

export const numberInput = widget<NumberInputProps>()((raw, props) => {
  if (raw === null && !props.clearable) throw new ParseError("a number", raw);
  const value = nullable(props.integer ? integer : finite)(raw);
  if (value === null) return null;
  const { min = -Number.MAX_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = props;
  if (value < min || value > max) throw new ParseError(`a number from ${min} to ${max}`, raw);
  return value;
});
