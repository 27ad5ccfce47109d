import { formatNumber } from "@rivulet/protocol";
import { useMemo } from "react";
import { sessionLocale } from "../i18n/session-locale.ts";
import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import { ArrowDownGlyph, ArrowUpGlyph } from "./Glyphs.tsx";
import { Icon } from "./Icon.tsx";
import { InlineMarkdown } from "./markdown/InlineMarkdown.tsx";
import styles from "./Metric.module.css";
import { sparkline } from "./number/sparkline.ts";
import { FieldLabel } from "./widget/Field.tsx";

const COLORS: Readonly<Record<string, string>> = { good: "green", bad: "red", normal: "green", inverse: "red", off: "gray", grey: "gray" };
const PALETTE = new Set(["red", "orange", "yellow", "green", "blue", "violet", "gray", "primary"]);

/** A big number with its change and its course, on one grid so that neighbours line up. */
export function Metric({ props }: ElementProps<"metric">) {
  const { value, delta, deltaDescription, deltaArrow = "none", icon, icons, border, height, chartData, chartType = "line" } = props;
  const color = deltaColor(props.deltaColor, deltaArrow);
  return (
    <div
      className={styles.card}
      data-border={border || undefined}
      data-color={delta === undefined ? "primary" : color}
      style={{ height: typeof height === "number" ? height : undefined }}
      data-stretch={height === "stretch" || undefined}
    >
      <div className={styles.label}>
        {icon ? <Icon icon={icon} icons={icons} /> : null}
        <FieldLabel props={props} labelId={undefined} controlId={undefined} />
      </div>
      <div className={styles.figures}>
        <span className={styles.value}>
          <InlineMarkdown body={value} icons={icons} />
        </span>
        {delta === undefined ? null : (
          <span className={styles.delta}>
            {deltaArrow === "up" ? <ArrowUpGlyph size={12} /> : deltaArrow === "down" ? <ArrowDownGlyph size={12} /> : null}
            {deltaArrow === "none" ? null : <span className={styles.said}>{elementText[deltaArrow]} </span>}
            <InlineMarkdown body={delta} icons={icons} />
          </span>
        )}
        {deltaDescription ? (
          <span className={styles.description}>
            <InlineMarkdown body={deltaDescription} icons={icons} />
          </span>
        ) : null}
      </div>
      {chartData && chartData.length > 0 ? <Course data={chartData} type={chartType} /> : null}
    </div>
  );
}

function deltaColor(color: string | undefined, arrow: "up" | "down" | "none"): string {
  const name = color === undefined ? (arrow === "up" ? "green" : arrow === "down" ? "red" : "gray") : (COLORS[color] ?? color);
  return PALETTE.has(name) ? name : "gray";
}

function Course({ data, type }: { readonly data: readonly number[]; readonly type: "line" | "bar" | "area" }) {
  const { line, area } = useMemo(() => sparkline(data, type), [data, type]);
  const finite = data.filter(Number.isFinite);
  const say = (number: number | undefined) => formatNumber(number ?? 0, Math.abs(number ?? 0) >= 1e5 ? "compact" : "%.4g", sessionLocale());
  const extremes = finite.reduce(([low, high], number) => [Math.min(low, number), Math.max(high, number)] as const, [
    Infinity,
    -Infinity,
  ] as const);
  return (
    <svg
      className={styles.course}
      viewBox="0 0 100 32"
      preserveAspectRatio="none"
      role="img"
      aria-label={elementText.trend(say(finite[0]), say(finite.at(-1)), say(extremes[0]), say(extremes[1]))}
    >
      {type === "area" ? <path className={styles.area} d={area} /> : null}
      <path className={type === "bar" ? styles.bars : styles.line} d={line} />
    </svg>
  );
}
