import { st } from "rivulet";
import { mean, most, sum } from "../statistics.ts";
import { BERTHS, calls, DAY, FIRST_DAY, HOUR, LAST_DAY, NEEDS, placesOf, type Berth, type Call } from "./calls.ts";
import { barChart, lineChart } from "./charts.ts";

const ALL = "All berths";
const COLORS = { North: "primary", South: "orange", "Old quay": "green" } as const;
const FLAGS = { pilot: ":blue-badge[pilot]", medical: ":violet-badge[medical]", fuel: ":gray-badge[fuel]" } as const;
/** The board shows a day as it was at 18 h. */
const EVENING = 18 * HOUR;
const DAYS_SHOWN = 30;

/** What lies in port, what waits and what moves: filters in the sidebar, metrics with their course, charts drawn as HTML. */
export function harbourBoard(): void {
  const { berths, day, onlyArrivals, chosen } = filters();
  const now = Date.parse(day) + EVENING;

  st.title("Harbour board");
  st.caption(`Arrivals and departures until ${longDay(now)}, 18:00`);
  if (chosen.length === 0) {
    st.info("No ship fits. Choose flags in the sidebar, or widen the tide.", { icon: ":material/filter_alt_off:" });
    return;
  }
  metrics(chosen, berths, now);

  const [wide, narrow] = st.columns([2, 1]);
  wide.header("Tonnage per day");
  wide.html(tonnage(chosen, berths, now, onlyArrivals));
  narrow.header("Places taken");
  narrow.html(placesTaken(chosen, berths, now));

  const [ships, notes] = st.tabs(["Ships", "Notes"]);
  ships.with(() => movements(chosen, now, onlyArrivals));
  notes.markdown(
    "**Wind** from *north-west*, `6 Bft`, less towards morning. The fairway to the Old quay is dredged: keep to its eastern side.",
  );

  const [left, right] = st.columns(2);
  const next = most(
    chosen.filter((call) => inPort(call, now)),
    (call) => -call.left,
  );
  if (next) left.info(`${next.ship} leaves ${next.berth} at ${clock(next.left)}`);
  const first = most(
    chosen.filter((call) => waits(call, now)),
    (call) => -call.anchored,
  );
  if (first) right.warning(`${first.ship} has waited for ${first.berth} since ${clock(first.anchored)}`);
  else right.success("Nobody waits for a place");
  st.expander("Details").json({ day, berths, ships: chosen.length, next: next ?? null });
}

/** The sidebar: of which berth, tide, flags and day. */
function filters() {
  return st.sidebar.with((sidebar) => {
    sidebar.header("Harbour");
    const berth = sidebar.selectbox("Berth", [ALL, ...BERTHS] as const);
    const [low, high] = sidebar.slider("Tide (cm)", {
      min: 0,
      max: 400,
      step: 10,
      value: [20, 380],
      help: "The water over chart datum that a ship needs.",
    });
    const flags = sidebar.multiselect("Flags", NEEDS, { value: ["pilot", "fuel"] });
    const onlyArrivals = sidebar.toggle("Only arrivals", { value: true });
    const day = sidebar.dateInput("Day", { value: LAST_DAY, min: firstDayShown(), max: LAST_DAY });
    const berths: readonly Berth[] = berth === ALL ? BERTHS : [berth];
    const chosen = calls.filter(
      ({ berth, tide, needs }) => berths.includes(berth) && tide >= low && tide <= high && needs.some((need) => flags.includes(need)),
    );
    return { berths, day, onlyArrivals, chosen };
  });
}

/** Four numbers with their course over two weeks and their change since the evening before. */
function metrics(chosen: readonly Call[], berths: readonly Berth[], now: number): void {
  const places = sum(berths, placesOf);
  const figures = [
    { label: "Ships in port", at: (time: number) => count(chosen, time, inPort), format: "%d", color: "off" },
    { label: "Waiting", at: (time: number) => count(chosen, time, waits), format: "%d", color: "inverse" },
    { label: "Mean stay", at: (time: number) => meanStay(chosen, time), format: "%.1f h", color: "off" },
    // A place is free whatever the ship in it needs, so all ships of the berths count.
    { label: "Berths free", at: (time: number) => places - count(ofBerths(berths), time, inPort), format: "%d", color: "normal" },
  ] as const;
  for (const [i, column] of st.columns(4).entries()) {
    const figure = figures[i];
    if (figure === undefined) continue;
    const course = Array.from({ length: 14 }, (_, ago) => figure.at(now - (13 - ago) * DAY));
    const [before = 0, value = 0] = course.slice(-2);
    column.metric(figure.label, value, {
      format: figure.format,
      delta: Math.round((value - before) * 10) / 10,
      deltaColor: figure.color,
      chartData: course,
      border: true,
    });
  }
}

function tonnage(chosen: readonly Call[], berths: readonly Berth[], now: number, onlyArrivals: boolean): string {
  const last = Math.floor(now / DAY);
  const days = Array.from({ length: DAYS_SHOWN }, (_, i) => last - DAYS_SHOWN + 1 + i);
  const series = berths.map((berth) => {
    const tons = new Map<number, number>();
    const add = (time: number, amount: number) => tons.set(Math.floor(time / DAY), (tons.get(Math.floor(time / DAY)) ?? 0) + amount);
    for (const call of chosen) {
      if (call.berth !== berth) continue;
      add(call.moored, call.tons);
      if (!onlyArrivals) add(call.left, call.tons);
    }
    return { name: berth, color: COLORS[berth], values: days.map((day) => Math.round((tons.get(day) ?? 0) / 1000)) };
  });
  const said = series.map(({ name, values }) => `${name} ${values.at(-1)} kt`).join(", ");
  return lineChart(
    `Tonnage per day in thousand tons; on the last day: ${said}`,
    days.map((day) => shortDay(day * DAY)),
    series,
    "kt",
  );
}

function placesTaken(chosen: readonly Call[], berths: readonly Berth[], now: number): string {
  const bars = berths.map((berth) => ({
    name: berth,
    color: COLORS[berth],
    value: count(
      chosen.filter((call) => call.berth === berth),
      now,
      inPort,
    ),
    of: placesOf(berth),
  }));
  return barChart(`Places taken: ${bars.map(({ name, value, of }) => `${name} ${value} of ${of}`).join(", ")}`, bars);
}

/** The last ships that came, and unless only arrivals are asked for, those that left. */
function movements(chosen: readonly Call[], now: number, onlyArrivals: boolean): void {
  const arrivals = chosen.map((call) => ({ call, time: call.moored, way: "in" }));
  const departures = onlyArrivals ? [] : chosen.map((call) => ({ call, time: call.left, way: "out" }));
  const last = [...arrivals, ...departures]
    .filter(({ time }) => time <= now)
    .toSorted((a, b) => b.time - a.time)
    .slice(0, 6);
  st.table(
    last.map(({ call, time, way }) => ({
      Ship: `**${call.ship}**`,
      Berth: call.berth,
      "Load (kt)": Math.round(call.tons / 100) / 10,
      "Tide (cm)": call.tide,
      Flags: call.needs.map((need) => FLAGS[need]).join(" "),
      ...(onlyArrivals ? {} : { Way: way }),
      Time: `${shortDay(time)}, ${clock(time)}`,
    })),
    { border: "horizontal" },
  );
}

function ofBerths(berths: readonly Berth[]): readonly Call[] {
  return calls.filter(({ berth }) => berths.includes(berth));
}

function count(chosen: readonly Call[], time: number, holds: (call: Call, time: number) => boolean): number {
  return sum(chosen, (call) => Number(holds(call, time)));
}

function inPort({ moored, left }: Call, time: number): boolean {
  return moored <= time && time < left;
}

function waits({ anchored, moored }: Call, time: number): boolean {
  return anchored <= time && time < moored;
}

/** In hours, of the ships that left in the week before. */
function meanStay(chosen: readonly Call[], time: number): number {
  const gone = chosen.filter(({ left }) => left <= time && left > time - 7 * DAY);
  return gone.length === 0 ? 0 : mean(gone, ({ left, moored }) => (left - moored) / HOUR);
}

/** The first day that has a month of days before it. */
function firstDayShown(): string {
  return new Date(Date.parse(FIRST_DAY) + DAYS_SHOWN * DAY).toISOString().slice(0, 10);
}

const formats = {
  long: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }),
  short: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }),
  clock: new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" }),
};
const longDay = (time: number) => formats.long.format(time);
const shortDay = (time: number) => formats.short.format(time);
const clock = (time: number) => formats.clock.format(time);
