import { st } from "rivulet";

st.title("Popovers");
const bar = st.container({ horizontal: true });
const filters = bar.popover("Filters", { icon: ":material/filter_alt:", help: "Which ships are shown" });
const cargo = filters.multiselect("Cargo", ["timber", "grain", "coal"], { value: ["timber"] });
const tons = filters.slider("At least so many tons", { max: 1000, step: 50, value: 200 });
bar.popover("Sign on", { type: "primary" }).textInput("Name");
bar.popover("About", { type: "tertiary" }).write("The board shows what the harbour master has entered.");
bar.popover("Closed", { disabled: true }).write("Nobody reads this.");
st.write(`Ships with ${cargo.join(" or ") || "nothing"}, ${tons} tons and more.`);

st.header("What nobody sees is not made", { divider: true });
const log = st.popover("The whole log", { key: "log", onChange: "rerun", width: "stretch" });
if (log.open) log.table([{ day: 1, ships: 4 }]);
else st.caption("The log is read when somebody opens it.");

const seen = st.sessionState.init({ seen: [] as boolean[] });
st.popover("A long label that is cut where its place ends", {
  wrap: false,
  width: 200,
  onChange: (open) => {
    seen.seen = [...seen.seen, open];
  },
}).write("Opened.");
st.text(`Heard: ${seen.seen.join(", ") || "nothing"}`);
