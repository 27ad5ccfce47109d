import { st } from "rivulet";
import { groupBy, mean, most, sum } from "../statistics.ts";
import { days, KINDS, years, type Day, type Kind } from "./days.ts";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const ICONS: Readonly<Record<Kind, string>> = {
  sun: ":material/sunny:",
  rain: ":material/rainy:",
  drizzle: ":material/water_drop:",
  fog: ":material/foggy:",
  snow: ":material/ac_unit:",
};
const ALL_YEARS = "All years";

/** Four years of Seattle's weather: filters in the sidebar, metrics that compare with all years, tables. */
export function weather(): void {
  const { chosen, compared, year } = filters();

  st.title("Seattle weather");
  st.caption("Every day from 2012 to 2015, from the `seattle-weather` data of the npm package vega-datasets.");
  if (chosen.length === 0) {
    st.info("No day is left. Choose more months or kinds of weather in the sidebar.", { icon: ":material/filter_alt_off:" });
    return;
  }

  metrics(chosen, year === ALL_YEARS ? undefined : compared);
  summary(chosen);
  const [byMonth, extremes, about] = st.tabs(["By month", "Extremes", "About"]);
  byMonth.table(monthTable(chosen), { border: "horizontal" });
  extremes.with(() => extremeDays(chosen));
  about.markdown(`
| column | meaning |
| --- | --- |
| high, low | the day's highest and lowest temperature in °C |
| rain | precipitation in mm, snow included |
| wind | mean wind speed in m/s |
`);
}

/** The sidebar: which days are shown, and those of all years that they are compared with. */
function filters() {
  return st.sidebar.with((sidebar) => {
    sidebar.header("Which days?");
    const year = sidebar.selectbox("Year", [ALL_YEARS, ...years], { key: "weatherYear" });
    const [from, to] = sidebar.slider("Months", { min: 1, max: 12, value: [1, 12], help: "1 is January, 12 is December." });
    sidebar.caption(from === to ? monthName(from) : `${monthName(from)} to ${monthName(to)}`);
    const kinds = sidebar.multiselect("Weather", KINDS, { value: [...KINDS] });
    const compared = days.filter((day) => day.month >= from && day.month <= to && kinds.includes(day.kind));
    const chosen = compared.filter((day) => year === ALL_YEARS || day.year === year);
    sidebar.divider();
    sidebar.caption(`${chosen.length} of ${days.length} days`);
    return { year, chosen, compared };
  });
}

/** Four numbers with their course by month and, within one year, their distance from all years. */
function metrics(chosen: readonly Day[], compared: readonly Day[] | undefined): void {
  const figures = [
    { label: "Mean high", read: (group: readonly Day[]) => mean(group, (day) => day.high), format: "%.1f °C", color: "off" },
    { label: "Mean low", read: (group: readonly Day[]) => mean(group, (day) => day.low), format: "%.1f °C", color: "off" },
    { label: "Rain a day", read: (group: readonly Day[]) => mean(group, (day) => day.rain), format: "%.1f mm", color: "inverse" },
    { label: "Wind", read: (group: readonly Day[]) => mean(group, (day) => day.wind), format: "%.1f m/s", color: "off" },
  ] as const;
  const months = [...groupBy(chosen, (day) => day.date.slice(0, 7)).values()];
  for (const [i, column] of st.columns(4).entries()) {
    const figure = figures[i];
    if (figure === undefined) continue;
    const value = figure.read(chosen);
    column.metric(figure.label, value, {
      format: figure.format,
      border: true,
      ...(compared !== undefined && { delta: value - figure.read(compared), deltaColor: figure.color, deltaDescription: "to all years" }),
      chartData: months.length > 1 ? months.map(figure.read) : undefined,
    });
  }
}

function summary(chosen: readonly Day[]): void {
  const hottest = most(chosen, (day) => day.high);
  const wettest = most(chosen, (day) => day.rain);
  const dry = chosen.filter((day) => day.rain === 0).length;
  if (hottest === undefined || wettest === undefined) return;
  st.markdown(
    `:orange[**${hottest.high} °C**] on ${longDate(hottest)} was the hottest day, and :blue[**${wettest.rain} mm**] fell on ${longDate(wettest)}, the wettest. ` +
      `It stayed dry on **${Math.round((dry / chosen.length) * 100)} %** of these days.`,
  );
  st.progress(dry / chosen.length, { text: "Dry days" });
}

function monthTable(chosen: readonly Day[]) {
  const months = [...groupBy(chosen, (day) => day.month)].toSorted(([a], [b]) => a - b);
  return months.map(([month, group]) => ({
    Month: monthName(month),
    Days: group.length,
    "High °C": round(mean(group, (day) => day.high)),
    "Low °C": round(mean(group, (day) => day.low)),
    "Rain mm": round(sum(group, (day) => day.rain)),
    Mostly: mostly(group),
  }));
}

function extremeDays(chosen: readonly Day[]): void {
  const rankings = {
    Hottest: (day: Day) => day.high,
    Coldest: (day: Day) => -day.low,
    Wettest: (day: Day) => day.rain,
    Windiest: (day: Day) => day.wind,
  };
  const by = st.radio("Order", ["Hottest", "Coldest", "Wettest", "Windiest"], { horizontal: true, labelVisibility: "collapsed" });
  const rank = rankings[by];
  const ranked = chosen.toSorted((a, b) => rank(b) - rank(a)).slice(0, 10);
  st.table(
    ranked.map((day) => ({
      Day: longDate(day),
      Weather: `${ICONS[day.kind]} ${day.kind}`,
      "High °C": day.high,
      "Low °C": day.low,
      "Rain mm": day.rain,
      "Wind m/s": day.wind,
    })),
    { border: "horizontal" },
  );
}

function mostly(group: readonly Day[]): string {
  const [kind = "sun"] = most([...groupBy(group, (day) => day.kind)], ([, same]) => same.length) ?? [];
  return `${ICONS[kind]} ${kind}`;
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? "";
}

function longDate({ date, month, year }: Day): string {
  return `${Number(date.slice(8))} ${monthName(month)} ${year}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
