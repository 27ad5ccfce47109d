import { st } from "rivulet";
import { groupBy, mean } from "../statistics.ts";
import { models, type Model } from "./models.ts";

const ORIGINS = ["USA", "Europe", "Japan"] as const;
const years = models.map(({ year }) => year);
const powers = models.flatMap(({ horsepower }) => horsepower ?? []);
const YEARS = [Math.min(...years), Math.max(...years)] as const;
const POWERS = [Math.min(...powers), Math.max(...powers)] as const;

/** Numbers that models are measured by; `metric` converts to the units that most of the world uses. */
const MEASURES = [
  {
    name: "Economy",
    read: (model: Model) => model.economy,
    unit: "mpg",
    format: "%.1f",
    metric: { unit: "l/100 km", convert: (mpg: number) => 235.215 / mpg },
    color: "normal",
  },
  {
    name: "Power",
    read: (model: Model) => model.horsepower,
    unit: "hp",
    format: "%.0f",
    metric: { unit: "kW", convert: (hp: number) => hp * 0.7457 },
    color: "off",
  },
  {
    name: "Weight",
    read: (model: Model) => model.weight,
    unit: "lbs",
    format: "%,.0f",
    metric: { unit: "kg", convert: (lbs: number) => lbs * 0.4536 },
    color: "off",
  },
  {
    name: "0 to 60 mph",
    read: (model: Model) => model.acceleration,
    unit: "s",
    format: "%.1f",
    metric: { unit: "s", convert: (s: number) => s },
    color: "inverse",
  },
] as const;
type Measure = (typeof MEASURES)[number];

const GROUPS = {
  Origin: (model: Model) => model.origin as string,
  Year: (model: Model) => String(model.year),
  Cylinders: (model: Model) => String(model.cylinders),
};

/** Cars of the seventies: choose some by origin, year and power, compare groups, find the best. */
export function cars(): void {
  st.title("Cars of the seventies");
  st.caption("406 models of 1970 to 1982, from the `cars` data of the npm package vega-datasets.");

  const chosen = choose();
  if (chosen.length === 0) {
    st.info("No model is left. Widen the sliders or choose more origins.", { icon: ":material/filter_alt_off:" });
    return;
  }
  const metric = st.toggle("Metric units");
  figures(chosen, metric);
  compare(chosen, metric);
  best(chosen, metric);
}

function choose(): readonly Model[] {
  return st.container({ border: true }).with((box) => {
    const [left, right] = box.columns(2);
    const origins = left.multiselect("Origin", ORIGINS, { value: [...ORIGINS] });
    const search = right.textInput("Name contains", { placeholder: "toyota", icon: ":material/search:" }).toLowerCase();
    const [firstYear, lastYear] = left.slider("Years", { min: YEARS[0], max: YEARS[1], value: [...YEARS], format: "%d" });
    const [least, most] = right.slider("Horsepower", { min: POWERS[0], max: POWERS[1], value: [...POWERS] });
    const everyPower = least === POWERS[0] && most === POWERS[1];
    return models.filter(
      ({ origin, name, year, horsepower }) =>
        origins.includes(origin) &&
        name.toLowerCase().includes(search) &&
        year >= firstYear &&
        year <= lastYear &&
        // Models whose power nobody noted are left out only by those who ask for a power.
        (horsepower === null ? everyPower : horsepower >= least && horsepower <= most),
    );
  });
}

/** The means of what is chosen, how they differ from all models, and their course over the years. */
function figures(chosen: readonly Model[], metric: boolean): void {
  const byYear = [...groupBy(chosen, ({ year }) => year).values()];
  for (const [i, column] of st.columns(4).entries()) {
    const measure = MEASURES[i];
    if (measure === undefined) continue;
    const value = meanOf(chosen, measure, metric);
    const overall = chosen.length === models.length ? null : meanOf(models, measure, metric);
    const course = byYear.flatMap((group) => meanOf(group, measure, metric) ?? []);
    // Fewer litres are better where more miles were.
    const inverse = metric && measure.name === "Economy";
    column.metric(measure.name, value, {
      format: `${measure.format} ${unitOf(measure, metric)}`,
      border: true,
      ...(overall !== null &&
        value !== null && { delta: value - overall, deltaColor: inverse ? "inverse" : measure.color, deltaDescription: "to all models" }),
      chartData: course.length > 1 ? course : undefined,
    });
  }
}

function compare(chosen: readonly Model[], metric: boolean): void {
  st.header("Compare");
  const by = st.selectbox("By", ["Origin", "Year", "Cylinders"], { width: 240 });
  const groups = [...groupBy(chosen, GROUPS[by])].toSorted(([a], [b]) => a.localeCompare(b));
  st.table(
    groups.map(([name, group]) => ({ [by]: name, Models: group.length, ...measured((measure) => meanOf(group, measure, metric), metric) })),
    { border: "horizontal" },
  );
}

function best(chosen: readonly Model[], metric: boolean): void {
  st.header("Models");
  const [order, count] = st.columns(2);
  const by = order.selectbox("First", ["Most economical", "Most powerful", "Lightest", "Quickest"]);
  const rows = count.slider("How many", { min: 5, max: 50, step: 5, value: 10 });
  const ranks = {
    "Most economical": (model: Model) => -(model.economy ?? 0),
    "Most powerful": (model: Model) => -(model.horsepower ?? 0),
    Lightest: (model: Model) => model.weight,
    Quickest: (model: Model) => model.acceleration,
  };
  const rank = ranks[by];
  const first = chosen.toSorted((a, b) => rank(a) - rank(b)).slice(0, rows);
  st.table(
    first.map((model) => ({
      Model: model.name,
      Year: String(model.year),
      Origin: model.origin,
      ...measured((measure) => meanOf([model], measure, metric), metric),
    })),
    { border: "horizontal" },
  );
  if (first.length < chosen.length) st.caption(`${first.length} of ${chosen.length} models`);
}

/** One column a measure. */
function measured(value: (measure: Measure) => number | null, metric: boolean): Record<string, number | null> {
  return Object.fromEntries(
    MEASURES.map((measure) => {
      const mean = value(measure);
      return [`${measure.name}, ${unitOf(measure, metric)}`, mean === null ? null : Math.round(mean * 10) / 10];
    }),
  );
}

/** The mean over the models of which it is known, in the asked unit; null if it is known of none. */
function meanOf(group: readonly Model[], { read, metric: { convert } }: Measure, metric: boolean): number | null {
  const known = group.flatMap((model) => read(model) ?? []);
  return known.length === 0 ? null : mean(known, metric ? convert : (value) => value);
}

function unitOf({ unit, metric: { unit: metricUnit } }: Measure, metric: boolean): string {
  return metric ? metricUnit : unit;
}
