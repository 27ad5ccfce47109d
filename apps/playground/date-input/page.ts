import { st } from "rivulet";

st.title("Date inputs");
st.write("Plan a **season** of sailing: choose days in the calendar or type them.");

const launch = st.dateInput("Launch", {
  required: true,
  live: true,
  value: "2026-04-18",
  format: "DD.MM.YYYY",
  help: "The crane needs a week's notice.",
});
const season = st.dateInput("Season", {
  value: ["2026-05-01", "2026-09-30"],
  min: "2026-04-01",
  max: "2026-10-31",
  key: "season",
  bind: "query-params",
  persistState: "page",
});
const survey = st.dateInput("Survey", {
  value: null,
  min: "2026-01-01",
  max: "today",
  format: "MM-DD-YYYY",
  onChange: () => st.toast("Survey noted"),
});
const absence = st.dateInput("Away", { value: [] });
const today = st.dateInput("Log entry for");
st.dateInput("Insured until", { value: "2027-03-31", disabled: true, width: 240 });
st.dateInput("Only heard", { value: "2026-06-21", labelVisibility: "collapsed" });

st.text(`launch ${launch}, season ${season.join(" to ")}, survey ${survey ?? "open"}, away ${absence?.join(" to ") ?? "never"}`);
st.text(`log ${today}`);
