import type { Gap, Width } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import { Container } from "../container.ts";
import { badNumbers, checkChoice, checkShared } from "../elements/option-checks.ts";
import { checkGap } from "./gap.ts";

export interface ColumnsOptions {
  /** Pixels or a size. Default "small". */
  readonly gap?: Gap | undefined;
  /** How columns of different heights stand. Default "top". */
  readonly verticalAlignment?: "top" | "center" | "bottom" | undefined;
  /** A line around each column. Default false. */
  readonly border?: boolean | undefined;
  /** Pixels or "stretch" (default). */
  readonly width?: Exclude<Width, "content"> | undefined;
  /** False: scroll sideways instead of stacking on narrow pages. Default true. */
  readonly wrap?: boolean | undefined;
}

type Repeat<N extends number, T, Acc extends T[] = []> = number extends N ? T[] : Acc["length"] extends N ? Acc : Repeat<N, T, [...Acc, T]>;

/** As many containers as `columns` was asked for: a tuple where the compiler knows the number. */
export type Columns<Spec extends number | readonly number[]> = Spec extends number
  ? Repeat<Spec, Container>
  : { -readonly [K in keyof Spec]: Container };

/**
 * Makes containers side by side: a number of equal ones (1 to 100), or one a weight.
 * @throws BadOptionError for a number or weights that make no sense.
 * @example
 * const [wide, narrow] = st.columns([3, 1]);
 * wide.write("three quarters");
 */
export function columns<const Spec extends number | readonly number[]>(
  this: Container,
  spec: Spec,
  options: ColumnsOptions = {},
): Columns<Spec> {
  const site = takeCallSite("columns", spec, options);
  const call = "st.columns";
  checkShared(call, options);
  const { gap, verticalAlignment, border, width, wrap } = options;
  const weights: readonly number[] = typeof spec === "number" ? equal(spec) : spec;
  if (
    !Array.isArray(weights) ||
    weights.length === 0 ||
    weights.length > 100 ||
    !weights.every((weight) => Number.isFinite(weight) && weight > 0)
  ) {
    const expected = "a number of columns from 1 to 100, or their weights, each above 0";
    throw Array.isArray(spec) ? badNumbers(call, "spec", expected, spec) : badOption(call, "spec", expected, spec);
  }
  checkGap(call, gap);
  checkChoice(call, "verticalAlignment", verticalAlignment, ["top", "center", "bottom"]);
  const row = new Container(this.block("columns", { gap, verticalAlignment, width, wrap }, { call, site, label: "" }));
  return weights.map(
    (weight, i) => new Container(row.block("column", { weight, border }, { call, site: undefined, label: String(i) })),
  ) as Columns<Spec>;
}

function equal(count: number): number[] {
  return Number.isInteger(count) && count > 0 && count <= 100 ? Array.from({ length: count }, () => 1) : [];
}
