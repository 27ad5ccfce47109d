import { display, type Height, type LabelledProps } from "../element.ts";

/** A big number with its change and a sparkline. Texts are formatted on the server. */
export interface MetricProps extends LabelledProps {
  readonly value: string;
  readonly delta?: string | undefined;
  /** Said after the delta: "vs. last week". */
  readonly deltaDescription?: string | undefined;
  /** The delta's colour: good, bad, or a palette colour. */
  readonly deltaColor?: string | undefined;
  readonly deltaArrow?: "up" | "down" | "none" | undefined;
  readonly icon?: string | undefined;
  readonly border?: boolean | undefined;
  readonly height?: Height | undefined;
  readonly chartData?: readonly number[] | undefined;
  readonly chartType?: "line" | "bar" | "area" | undefined;
}

export const metric = display<MetricProps>();
