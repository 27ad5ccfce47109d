import { useEffect, useRef, type KeyboardEvent } from "react";
import { isFromRight } from "../../i18n/is-from-right.ts";
import { sessionLocale } from "../../i18n/session-locale.ts";
import { elementText } from "../element-text.ts";
import { ChevronGlyph } from "../Glyphs.tsx";
import styles from "./Calendar.module.css";
import { addDays, addMonths, clampDay, FIRST_DAY, LAST_DAY, startOfWeek, today, utc, weeksOfMonth } from "./calendar.ts";
import { weekStart } from "./week-start.ts";

interface CalendarProps {
  /** The day that the keyboard is on; its month is shown. */
  readonly active: string;
  readonly setActive: (day: string) => void;
  /** The first and the last day chosen. */
  readonly chosen: readonly [string, string] | undefined;
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly pick: (day: string) => void;
  /** True: takes the focus when it appears. */
  readonly takesFocus: boolean;
}

/** How many years the list of years goes back and ahead where there are no limits. */
const YEARS = 100;

/** A month as a grid of days, with the names and the first day of the week of the browser's language. */
export function Calendar({ active, setActive, chosen, min = FIRST_DAY, max = LAST_DAY, pick, takesFocus }: CalendarProps) {
  const locale = sessionLocale();
  const grid = useRef<HTMLTableElement>(null);
  const follows = useRef(takesFocus);
  useEffect(() => {
    if (follows.current) grid.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus({ preventScroll: true });
    follows.current = false;
  }, [active]);
  const start = weekStart(locale);
  const weeks = weeksOfMonth(active, start);
  const month = active.slice(0, 7);
  const year = Number(active.slice(0, 4));
  const go = (day: string) => setActive(clampDay(day, min, max));
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { calendar: "gregory", timeZone: "UTC", ...options });
  const dayName = write({ dateStyle: "full" });
  const shortName = write({ weekday: "short" });
  const longName = write({ weekday: "long" });
  const monthName = write({ month: "long" });
  const firstYear = Math.max(Number(min.slice(0, 4)), year - YEARS);
  const lastYear = Math.min(Number(max.slice(0, 4)), year + YEARS);
  const isOut = (day: string) => day < min || day > max;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      return pick(active);
    }
    const rtl = isFromRight(event.currentTarget);
    const to = keyTarget(event, active, start, rtl);
    if (to === undefined) return;
    event.preventDefault();
    follows.current = clampDay(to, min, max) !== active;
    go(to);
  };

  return (
    <div className={styles.calendar}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.step}
          data-back
          aria-label={elementText.date.previousMonth}
          disabled={month <= min.slice(0, 7)}
          onClick={() => go(addMonths(active, -1))}
        >
          <ChevronGlyph />
        </button>
        <select
          aria-label={elementText.date.month}
          value={Number(active.slice(5, 7))}
          onChange={(event) => go(addMonths(active, Number(event.currentTarget.value) - Number(active.slice(5, 7))))}
        >
          {Array.from({ length: 12 }, (_, at) => {
            const first = `${active.slice(0, 4)}-${String(at + 1).padStart(2, "0")}`;
            return (
              <option key={at} value={at + 1} disabled={first < min.slice(0, 7) || first > max.slice(0, 7)}>
                {monthName.format(utc(`${first}-01`))}
              </option>
            );
          })}
        </select>
        <select
          aria-label={elementText.date.year}
          value={year}
          onChange={(event) => go(addMonths(active, 12 * (Number(event.currentTarget.value) - year)))}
        >
          {Array.from({ length: lastYear - firstYear + 1 }, (_, at) => (
            <option key={at} value={firstYear + at}>
              {firstYear + at}
            </option>
          ))}
        </select>
        <button
          type="button"
          className={styles.step}
          aria-label={elementText.date.nextMonth}
          disabled={month >= max.slice(0, 7)}
          onClick={() => go(addMonths(active, 1))}
        >
          <ChevronGlyph />
        </button>
      </div>
      <table
        ref={grid}
        role="grid"
        className={styles.grid}
        aria-label={write({ month: "long", year: "numeric" }).format(utc(active))}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            {weeks[1]?.map((day, at) => (
              <th key={at} scope="col" abbr={longName.format(utc(day ?? active))}>
                {shortName.format(utc(day ?? active))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, row) => (
            <tr key={row}>
              {week.map((day, at) =>
                day === undefined ? (
                  <td key={at} />
                ) : (
                  <td
                    key={at}
                    role="gridcell"
                    tabIndex={day === active ? 0 : -1}
                    aria-label={dayName.format(utc(day))}
                    aria-selected={chosen !== undefined && day >= chosen[0] && day <= chosen[1]}
                    aria-current={day === today() ? "date" : undefined}
                    aria-disabled={isOut(day) || undefined}
                    data-day={day}
                    data-outside={day.startsWith(month) ? undefined : true}
                    data-end={(chosen !== undefined && (day === chosen[0] || day === chosen[1])) || undefined}
                    data-between={(chosen !== undefined && day >= chosen[0] && day <= chosen[1] && chosen[0] !== chosen[1]) || undefined}
                    onClick={() => {
                      if (!isOut(day)) pick(day);
                    }}
                  >
                    <span>{Number(day.slice(8))}</span>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function keyTarget({ key, shiftKey }: KeyboardEvent, day: string, weekStartsOn: number, rtl: boolean): string | undefined {
  const months = shiftKey ? 12 : 1;
  switch (key) {
    case "ArrowLeft":
      return addDays(day, rtl ? 1 : -1);
    case "ArrowRight":
      return addDays(day, rtl ? -1 : 1);
    case "ArrowUp":
      return addDays(day, -7);
    case "ArrowDown":
      return addDays(day, 7);
    case "PageUp":
      return addMonths(day, -months);
    case "PageDown":
      return addMonths(day, months);
    case "Home":
      return startOfWeek(day, weekStartsOn);
    case "End":
      return addDays(startOfWeek(day, weekStartsOn), 6);
    default:
      return undefined;
  }
}
