import { expect, test } from "vitest";
import { parseList } from "./list.mjs";
import { problemsOf } from "./problems.mjs";

const LISTED = ["[Text]", "st.gauge\t-\tdone\tst.gauge", "st.gauge\tlabel\tdone\tlabel", "st.gauge\tmax_value\tdone\tmax"];

interface Declared {
  readonly options?: readonly string[];
  readonly typeTests?: readonly string[];
  readonly page?: readonly string[];
  readonly members?: readonly string[];
}

/** Problems of lists against `gauge(label, { max })`, which a type test and its page use, unless told otherwise. */
function problems(commands: readonly string[], { options = ["max"], typeTests = ["max"], page = ["max"], members = [] }: Declared = {}) {
  return problemsOf(
    { commands: parseList("a.tsv", commands.join("\n")), members: parseList("b.tsv", members.join("\n")) },
    {
      commands: new Map([["gauge", { parameters: new Set(["label", "options"]), options: new Set(options) }]]),
      members: new Set(["Gauge.value"]),
      typeTests: new Map([["gauge", new Set(typeTests)]]),
      pages: new Map([["gauge", new Map([["gauge", new Set(page)]])]]),
    },
  );
}

test("a list that says what is there has no problems", () => {
  expect(problems(LISTED)).toEqual([]);
  expect(problems(LISTED, { members: ["[Objects]", "Gauge.value\t-\tdone\tGauge.value", "Gauge.x\t-\tmissing\tGauge.x"] })).toEqual([]);
});

test.each([
  ["no row for a command", [], {}, "docs/parity/commands.tsv: no row for st.gauge"],
  ["no row for an option", LISTED, { options: ["max", "min"] }, "a.tsv:2: no row for min of st.gauge"],
  ["a ghost", [...LISTED, "st.dial\t-\tdone\tst.dial"], {}, 'a.tsv:5: says "done", but the declarations have no st.dial'],
  [
    "a ghost of an option",
    [...LISTED, "st.gauge\tstep\tdone\tstep"],
    {},
    'a.tsv:5: says "done", but the declaration of st.gauge has no step',
  ],
  [
    "an option that came",
    [...LISTED, "st.gauge\tmin_value\tmissing\tmin"],
    { options: ["max", "min"] },
    'a.tsv:5: says "missing", but st.gauge has min',
  ],
  ["a command that came", ["[Text]", "st.gauge\t-\tmissing\tst.gauge"], { options: [] }, 'a.tsv:2: says "missing", but st.gauge exists'],
  ["no type test", LISTED, { typeTests: [] }, "a.tsv:4: no type test in packages/rivulet/test-d uses max of st.gauge"],
  ["no page", LISTED, { page: [] }, "a.tsv:4: apps/playground/gauge does not use max of st.gauge"],
  ["no reason", [...LISTED, "st.gauge\ttheme\tnot applicable\t-"], {}, 'a.tsv:5: "not applicable" needs a reason'],
  ["a row twice", [...LISTED, "st.gauge\tlabel\tdone\tlabel"], {}, "a.tsv:5: the same row stands above"],
  [
    "a ghost of a member",
    LISTED,
    { members: ["[Objects]", "Gauge.x\t-\tdone\tGauge.x"] },
    'b.tsv:2: says "done", but the declarations have no Gauge.x',
  ],
  [
    "a member that came",
    LISTED,
    { members: ["[Objects]", "Gauge.v\t-\tmissing\tGauge.value"] },
    'b.tsv:2: says "missing", but Gauge.value exists',
  ],
])("%s is a problem", (_, commands, declared, problem) => {
  expect(problems(commands, declared)).toContain(problem);
});

test("a list says where it cannot be read", () => {
  expect(() => parseList("a.tsv", "[Text]\nst.gauge\t-\tperhaps\tst.gauge")).toThrow("a.tsv:2: not a row");
  expect(() => parseList("a.tsv", "st.gauge\t-\tdone\tst.gauge")).toThrow("a.tsv:1: not a row");
  expect(() => problems([...LISTED, "st.dial\tmax\tdone\tmax"])).toThrow("a.tsv:5: not below a row of its command st.dial");
});
