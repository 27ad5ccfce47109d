import { st } from "rivulet";
import { expectTypeOf, test } from "vitest";

interface City {
  readonly name: string;
  readonly people: number;
}

declare const cities: readonly City[];
declare const names: string[];
declare const maybeName: string | null;

test("widgets return their value", () => {
  expectTypeOf(st.button("Go")).toEqualTypeOf<boolean>();
  expectTypeOf(st.checkbox("On")).toEqualTypeOf<boolean>();
  expectTypeOf(st.toggle("On", { onChange: (on) => expectTypeOf(on).toEqualTypeOf<boolean>() })).toEqualTypeOf<boolean>();
});

test("a slider returns one number, or two for a range", () => {
  expectTypeOf(st.slider("Age")).toEqualTypeOf<number>();
  expectTypeOf(st.slider("Age", { value: 3, onChange: (value) => expectTypeOf(value).toEqualTypeOf<number>() })).toEqualTypeOf<number>();
  expectTypeOf(st.slider("Price", { value: [1, 2] })).toEqualTypeOf<[number, number]>();
  expectTypeOf(st.slider("Price", { value: [1, 2], onChange: ([low]) => expectTypeOf(low).toEqualTypeOf<number>() })).toEqualTypeOf<
    [number, number]
  >();
  // @ts-expect-error -- three values are no range
  st.slider("Price", { value: [1, 2, 3] });
});

test("inputs return null exactly when they may start empty", () => {
  expectTypeOf(st.textInput("Name")).toEqualTypeOf<string>();
  expectTypeOf(st.textInput("Name", { value: "Ada", maxChars: 9 })).toEqualTypeOf<string>();
  expectTypeOf(st.textInput("Name", { value: null })).toEqualTypeOf<string | null>();
  expectTypeOf(st.textInput("Name", { value: maybeName })).toEqualTypeOf<string | null>();
  expectTypeOf(st.numberInput("Count")).toEqualTypeOf<number>();
  expectTypeOf(
    st.numberInput("Count", { value: null, onChange: (value) => expectTypeOf(value).toEqualTypeOf<number | null>() }),
  ).toEqualTypeOf<number | null>();
  // @ts-expect-error -- a text is no number
  st.numberInput("Count", { value: "3" });
});

test("a selectbox returns one of its options", () => {
  expectTypeOf(st.selectbox("x", ["a", "b"])).toEqualTypeOf<"a" | "b">();
  expectTypeOf(st.selectbox("x", [1, 2], { value: 2 })).toEqualTypeOf<1 | 2>();
  expectTypeOf(st.selectbox("x", names)).toEqualTypeOf<string>();
  expectTypeOf(st.selectbox("x", new Set(names))).toEqualTypeOf<string>();
  expectTypeOf(st.selectbox("x", cities, { format: (city) => city.name })).toEqualTypeOf<City>();
  expectTypeOf(st.selectbox("x", cities, { format: (city) => city.name, value: cities[0] })).toEqualTypeOf<City>();
});

test("a selectbox returns null and new texts only when asked to", () => {
  expectTypeOf(st.selectbox("x", ["a", "b"], { value: null })).toEqualTypeOf<"a" | "b" | null>();
  expectTypeOf(st.selectbox("x", [1, 2], { acceptNewOptions: true })).toEqualTypeOf<1 | 2 | string>();
  expectTypeOf(
    st.selectbox("x", cities, {
      value: null,
      format: (city) => city.name,
      onChange: (city) => expectTypeOf(city).toEqualTypeOf<City | null>(),
    }),
  ).toEqualTypeOf<City | null>();
  // @ts-expect-error -- c is none of the options
  st.selectbox("x", ["a", "b"], { value: "c" });
});

test("a radio group returns one of its options", () => {
  expectTypeOf(st.radio("x", ["S", "M"])).toEqualTypeOf<"S" | "M">();
  expectTypeOf(st.radio("x", ["S", "M"], { value: null })).toEqualTypeOf<"S" | "M" | null>();
  expectTypeOf(st.radio("x", cities, { format: (city) => city.name })).toEqualTypeOf<City>();
  // @ts-expect-error -- L is none of the options
  st.radio("x", ["S", "M"], { value: "L" });
});

test("a multiselect returns a list of its options", () => {
  expectTypeOf(st.multiselect("x", ["a", "b"])).toEqualTypeOf<("a" | "b")[]>();
  expectTypeOf(st.multiselect("x", ["a", "b"], { value: ["a"] })).toEqualTypeOf<("a" | "b")[]>();
  expectTypeOf(
    st.multiselect("x", cities, { format: (city) => city.name, onChange: (chosen) => expectTypeOf(chosen).toEqualTypeOf<City[]>() }),
  ).toEqualTypeOf<City[]>();
  expectTypeOf(st.multiselect("x", [1, 2], { acceptNewOptions: true, value: [1, "three"] })).toEqualTypeOf<(1 | 2 | string)[]>();
  // @ts-expect-error -- c is none of the options
  st.multiselect("x", ["a", "b"], { value: ["c"] });
});

test("pills and segmented controls return one or none, one, or a list", () => {
  expectTypeOf(st.pills("x", ["a", "b"])).toEqualTypeOf<"a" | "b" | null>();
  expectTypeOf(st.pills("x", ["a", "b"], { value: "a" })).toEqualTypeOf<"a" | "b" | null>();
  expectTypeOf(st.pills("x", ["a", "b"], { required: true })).toEqualTypeOf<"a" | "b" | null>();
  expectTypeOf(st.pills("x", ["a", "b"], { required: true, value: "a" })).toEqualTypeOf<"a" | "b">();
  expectTypeOf(st.pills("x", ["a", "b"], { selectionMode: "multi", value: ["a"] })).toEqualTypeOf<("a" | "b")[]>();
  expectTypeOf(st.segmentedControl("x", [1, 2])).toEqualTypeOf<1 | 2 | null>();
  expectTypeOf(st.segmentedControl("x", new Set(names), { selectionMode: "multi" })).toEqualTypeOf<string[]>();
  expectTypeOf(
    st.segmentedControl("x", cities, { format: (city) => city.name, onChange: (city) => expectTypeOf(city).toEqualTypeOf<City | null>() }),
  ).toEqualTypeOf<City | null>();
  expectTypeOf(
    st.pills("x", cities, {
      selectionMode: "multi",
      format: (city) => city.name,
      onChange: (chosen) => expectTypeOf(chosen).toEqualTypeOf<City[]>(),
    }),
  ).toEqualTypeOf<City[]>();
  // @ts-expect-error -- c is none of the options
  st.pills("x", ["a", "b"], { value: "c" });
  // @ts-expect-error -- one of many is a list too
  st.pills("x", ["a", "b"], { selectionMode: "multi", value: "a" });
  // @ts-expect-error -- of many none is required
  st.segmentedControl("x", ["a", "b"], { selectionMode: "multi", required: true });
  // @ts-expect-error -- there are two modes
  st.segmentedControl("x", ["a", "b"], { selectionMode: "several" });
});

test("feedback returns a rating of its scale, or null", () => {
  expectTypeOf(st.feedback()).toEqualTypeOf<0 | 1 | null>();
  expectTypeOf(st.feedback("stars", { value: 4 })).toEqualTypeOf<0 | 1 | 2 | 3 | 4 | null>();
  expectTypeOf(st.feedback("thumbs", { onChange: (thumb) => expectTypeOf(thumb).toEqualTypeOf<0 | 1 | null>() })).toEqualTypeOf<
    0 | 1 | null
  >();
  // @ts-expect-error -- thumbs are up or down
  st.feedback("thumbs", { value: 2 });
  // @ts-expect-error -- there is no such scale
  st.feedback("hearts");
});

test("a slider over moments returns ISO texts, one or two", () => {
  expectTypeOf(st.slider("Day", { value: "2026-11-22" })).toEqualTypeOf<string>();
  expectTypeOf(st.slider("Day", { min: "2026-11-22", step: { days: 7 }, format: "localized" })).toEqualTypeOf<string>();
  expectTypeOf(st.slider("Open", { value: ["09:00", "17:00"], step: { hours: 1, minutes: 30, seconds: 15 } })).toEqualTypeOf<
    [string, string]
  >();
  st.slider("Open", { value: ["09:00", "17:00"], onChange: ([from]) => expectTypeOf(from).toEqualTypeOf<string>() });
  st.slider("Day", { value: "2026-11-22", onChange: (day) => expectTypeOf(day).toEqualTypeOf<string>() });
  st.slider("Day", { max: "2026-11-22", step: 86_400_000, onChange: "ignore", live: true, required: true });
  // @ts-expect-error -- kinds are not mixed
  st.slider("Day", { value: "2026-11-22", max: 5 });
  // @ts-expect-error -- no weeks
  st.slider("Day", { value: "2026-11-22", step: { weeks: 1 } });
});

test("values that wait, live fields and required ones are options of widgets", () => {
  st.slider("s", { onChange: "ignore" });
  st.selectbox("s", ["a"], { onChange: "ignore", live: 100, required: true });
  st.selectSlider("s", ["a", "b"], { onChange: "rerun", live: true });
  st.textInput("s", { minLength: 3, required: true, live: 100 });
  st.textArea("s", { minLength: 3, live: false });
  st.checkbox("s", { required: true, live: true });
  st.toggle("s", { required: true, live: true });
  st.radio("s", ["a"], { required: true, live: true });
  st.multiselect("s", ["a"], { required: true, live: true });
  st.pills("s", ["a"], { live: true });
  st.segmentedControl("s", ["a"], { live: true });
  st.feedback("stars", { required: true, live: true });
  st.selectSlider("s", ["a"], { required: true });
  st.numberInput("s", { required: true, live: true });
  st.textArea("s", { required: true });
  st.dateInput("s", { required: true, live: true });
  st.datetimeInput("s", { required: true, live: true });
  st.timeInput("s", { required: true, live: true });
  st.colorPicker("s", { required: true, live: true });
  st.pagination(3, { required: true, live: true });
  // @ts-expect-error -- true, false or milliseconds
  st.checkbox("s", { live: "soon" });
  const form = st.form("f");
  expectTypeOf(form.with((inner) => (expectTypeOf(inner.data).toEqualTypeOf<undefined>(), 1))).toEqualTypeOf<number>();
});

test("a select slider returns one of its options, or two for a range", () => {
  expectTypeOf(st.selectSlider("x", ["S", "M"])).toEqualTypeOf<"S" | "M">();
  expectTypeOf(st.selectSlider("x", ["S", "M"], { value: "M" })).toEqualTypeOf<"S" | "M">();
  expectTypeOf(st.selectSlider("x", ["S", "M"], { value: ["S", "M"] })).toEqualTypeOf<["S" | "M", "S" | "M"]>();
  expectTypeOf(
    st.selectSlider("x", cities, { format: (city) => city.name, onChange: (city) => expectTypeOf(city).toEqualTypeOf<City>() }),
  ).toEqualTypeOf<City>();
  // @ts-expect-error -- three options are no range
  st.selectSlider("x", ["S", "M"], { value: ["S", "M", "S"] });
  // @ts-expect-error -- L is none of the options
  st.selectSlider("x", ["S", "M"], { value: ["S", "L"] });
});

test("pagination returns a number", () => {
  expectTypeOf(
    st.pagination(9, { maxVisiblePages: null, onChange: (page) => expectTypeOf(page).toEqualTypeOf<number>() }),
  ).toEqualTypeOf<number>();
  // @ts-expect-error -- there is always a current page
  st.pagination(9, { value: null });
});

test("what a value is assigned to changes nothing", () => {
  const city: City = st.selectbox("x", cities, { format: (one) => one.name });
  const name: string = st.selectbox("x", ["a", "b"]);
  const either: string | null = st.selectbox("x", ["a", "b"]);
  const size: string = st.radio("x", ["S", "M"]);
  const chosen: readonly string[] = st.multiselect("x", ["a", "b"]);
  const pill: string | null = st.pills("x", ["a", "b"]);
  const pills: readonly string[] = st.pills("x", ["a", "b"], { selectionMode: "multi" });
  const bounds: readonly [number, number] = st.slider("x", { value: [1, 2] });
  expectTypeOf([city, name, either, size, chosen, pill, pills, bounds]).toBeArray();
});

test("dates, times and datetimes are texts, null exactly when they may be empty", () => {
  expectTypeOf(st.dateInput("Day")).toEqualTypeOf<string>();
  expectTypeOf(st.dateInput("Day", { value: "today", format: "DD.MM.YYYY" })).toEqualTypeOf<string>();
  expectTypeOf(st.dateInput("Day", { value: null })).toEqualTypeOf<string | null>();
  expectTypeOf(st.dateInput("Day", { value: maybeName })).toEqualTypeOf<string | null>();
  expectTypeOf(st.timeInput("Time", { step: "10m" })).toEqualTypeOf<string>();
  expectTypeOf(st.timeInput("Time", { value: null, onChange: (time) => expectTypeOf(time).toEqualTypeOf<string | null>() })).toEqualTypeOf<
    string | null
  >();
  expectTypeOf(st.datetimeInput("When", { min: "now" })).toEqualTypeOf<string>();
  expectTypeOf(st.datetimeInput("When", { value: null })).toEqualTypeOf<string | null>();
  // @ts-expect-error -- a day is a text
  st.dateInput("Day", { value: new Date() });
  // @ts-expect-error -- no such format
  st.dateInput("Day", { format: "YY/MM/DD" });
  // @ts-expect-error -- no such format
  st.timeInput("Time", { format: "13h" });
  // @ts-expect-error -- a datetime is a text
  st.datetimeInput("When", { value: 0 });
});

test("a range of days is a pair", () => {
  expectTypeOf(st.dateInput("Days", { value: ["2026-01-01", "2026-01-31"] })).toEqualTypeOf<[string, string]>();
  expectTypeOf(st.dateInput("Days", { value: [] })).toEqualTypeOf<[string, string] | null>();
  expectTypeOf(
    st.dateInput("Days", { value: ["today", "today"], onChange: ([first]) => expectTypeOf(first).toEqualTypeOf<string>() }),
  ).toEqualTypeOf<[string, string]>();
  // @ts-expect-error -- one day is no range
  st.dateInput("Days", { value: ["2026-01-01"] });
});

test("a colour is a text and never null", () => {
  expectTypeOf(st.colorPicker("Hull", { onChange: (color) => expectTypeOf(color).toEqualTypeOf<string>() })).toEqualTypeOf<string>();
  // @ts-expect-error -- a colour cannot be empty
  st.colorPicker("Hull", { value: null });
});
