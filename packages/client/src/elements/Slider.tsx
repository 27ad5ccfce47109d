import { useId, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { formatNumber, inSignsOf, type PropsOf } from "@rivulet/protocol";
import { isFromRight } from "../i18n/is-from-right.ts";
import { sessionLocale } from "../i18n/session-locale.ts";
import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import { decimalsOf } from "./number/decimals.ts";
import { fraction, nearestStep, type Steps } from "./number/steps.ts";
import styles from "./Slider.module.css";
import { Field } from "./widget/Field.tsx";
import { Input } from "./widget/Input.tsx";

const PAGE = 10;

interface SliderProps extends Pick<ElementProps<"slider">, "props" | "value" | "setValue"> {
  /** What a number stands for, where it stands for something. */
  readonly text?: ((at: number) => string) | undefined;
}

/** A number on a line, or two for a range. Sends while it is dragged. */
export function Slider({ props, value, setValue, text }: SliderProps) {
  const id = useId();
  const track = useRef<HTMLDivElement>(null);
  const lowInput = useRef<HTMLInputElement>(null);
  const highInput = useRef<HTMLInputElement>(null);
  const [dragged, setDragged] = useState<"low" | "high">();
  const { min, max, step, disabled } = props;
  const steps = { min, max, step };
  const shown = (at: number) => text?.(at) ?? numberText(at, props);
  const range = typeof value === "number" ? undefined : value;
  const low = typeof value === "number" ? undefined : value[0];
  const high = typeof value === "number" ? value : value[1];
  const left = low === undefined ? 0 : fraction(low, steps);
  const right = fraction(high, steps);
  const values = labelsOf(left, right, low === undefined ? undefined : shown(low), shown(high));
  const [first, last] = [values[0], values.at(-1)] as const;

  const set = (thumb: "low" | "high", to: number) => {
    const next = nearestStep(to, steps);
    if (!range) {
      if (next !== value) setValue(next);
      return;
    }
    const pair: [number, number] = thumb === "low" ? [Math.min(next, range[1]), range[1]] : [range[0], Math.max(next, range[0])];
    if (pair[0] !== range[0] || pair[1] !== range[1]) setValue(pair);
  };

  /** In a range only thumbs take the pointer; a press beside them moves the nearer one. */
  const pressTrack = (event: PointerEvent) => {
    const line = track.current;
    if (!line || !range || disabled || event.target instanceof HTMLInputElement || event.button !== 0) return;
    const at = valueAt(event, line, steps);
    const thumb = Math.abs(at - range[0]) < Math.abs(at - range[1]) || (range[0] === range[1] && at < range[0]) ? "low" : "high";
    event.preventDefault();
    line.setPointerCapture(event.pointerId);
    setDragged(thumb);
    (thumb === "low" ? lowInput : highInput).current?.focus({ preventScroll: true });
    set(thumb, at);
  };

  const thumb = (which: "low" | "high", at: number, other: number | undefined) => (
    <Input
      ref={which === "low" ? lowInput : highInput}
      id={which === "high" && !range ? id : undefined}
      type="range"
      className={styles.input}
      // Any step: the browser's own steps start at the minimum and would never reach a maximum between two of them.
      step="any"
      min={min}
      max={max}
      value={at}
      disabled={disabled}
      data-thumb={which}
      // Where both meet, the one that can still move is on top.
      data-front={which === "low" && other !== undefined && fraction(at, steps) > 0.5 ? true : undefined}
      aria-labelledby={range ? `${id}label ${id}${which}` : undefined}
      aria-valuetext={shown(at)}
      aria-valuemin={range && which === "high" ? range[0] : min}
      aria-valuemax={range && which === "low" ? range[1] : max}
      onChange={(event) => set(which, event.currentTarget.valueAsNumber)}
      onKeyDown={(event) => {
        const to = keyTarget(event, at, steps, isFromRight(event.currentTarget));
        if (to === undefined) return;
        event.preventDefault();
        set(which, to);
      }}
    />
  );

  return (
    <Field props={props} labelId={`${id}label`} controlId={range ? undefined : id}>
      <div className={styles.slider} data-disabled={disabled || undefined} style={{ "--left": left, "--right": right }}>
        <div className={styles.values} aria-hidden="true">
          <span className={styles.end} data-hidden={(first && first.at < roomOf(shown(min)) + roomOf(first.text) / 2) || undefined}>
            {shown(min)}
          </span>
          <span className={styles.end} data-hidden={(last && 1 - last.at < roomOf(shown(max)) + roomOf(last.text) / 2) || undefined}>
            {shown(max)}
          </span>
          {values.map(({ at, text: label }, i) => (
            <output key={i} style={{ "--at": at }}>
              {label}
            </output>
          ))}
        </div>
        <div
          ref={track}
          className={styles.track}
          data-range={range ? true : undefined}
          onPointerDown={pressTrack}
          onPointerMove={(event) => {
            if (dragged && track.current) set(dragged, valueAt(event, track.current, steps));
          }}
          onPointerUp={() => setDragged(undefined)}
          onPointerCancel={() => setDragged(undefined)}
        >
          {range && low !== undefined ? thumb("low", low, high) : null}
          {thumb("high", high, low)}
        </div>
        {range ? (
          <>
            <span id={`${id}low`} hidden>
              {elementText.minimum}
            </span>
            <span id={`${id}high`} hidden>
              {elementText.maximum}
            </span>
          </>
        ) : null}
      </div>
    </Field>
  );
}

/** Half of a thumb: the line's ends lie that far inside the box, so that thumbs do not stick out. */
const INSET = 8;

function valueAt({ clientX }: PointerEvent, line: HTMLElement, { min, max }: Steps): number {
  const { left, width } = line.getBoundingClientRect();
  const part = Math.min(1, Math.max(0, (clientX - left - INSET) / Math.max(1, width - 2 * INSET)));
  const rtl = isFromRight(line);
  return min + (rtl ? 1 - part : part) * (max - min);
}

interface Label {
  /** Where its middle is, as a part of the line. */
  readonly at: number;
  readonly text: string;
}

/** What stands over the thumbs: one text for both where two would not fit beside each other. */
function labelsOf(left: number, right: number, low: string | undefined, high: string): readonly Label[] {
  if (low === undefined) return [{ at: right, text: high }];
  if (right - left < (roomOf(low) + roomOf(high)) / 2) return [{ at: (left + right) / 2, text: low === high ? high : `${low} – ${high}` }];
  return [
    { at: left, text: low },
    { at: right, text: high },
  ];
}

/** The part of the line that a text needs in a narrow column, where a character is about 3 % of it. */
function roomOf(text: string): number {
  return 0.03 * (text.length + 1);
}

function keyTarget({ key }: KeyboardEvent, at: number, { min, max, step }: Steps, rtl: boolean): number | undefined {
  const jump = Math.max(step, Math.round((max - min) / step / PAGE) * step);
  switch (key) {
    case "ArrowRight":
      return rtl ? at - step : at + step;
    case "ArrowLeft":
      return rtl ? at + step : at - step;
    case "ArrowUp":
      return at + step;
    case "ArrowDown":
      return at - step;
    case "PageUp":
      return at + jump;
    case "PageDown":
      return at - jump;
    case "Home":
      return min;
    case "End":
      return max;
    default:
      return undefined;
  }
}

function numberText(value: number, { format, step, min }: PropsOf<"slider">): string {
  return format === undefined
    ? inSignsOf(sessionLocale(), value.toFixed(Math.max(decimalsOf(step), decimalsOf(min))))
    : formatNumber(value, format, sessionLocale());
}
