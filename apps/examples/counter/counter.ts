import { st } from "rivulet";

/** Counts presses, and remembers the way it took: session state, callbacks and columns. */
export function counter(): void {
  const state = st.sessionState.init({ count: 0, course: [0] });
  const add = (amount: number) => {
    state.count += amount;
    state.course = [...state.course.slice(-29), state.count];
  };

  st.title("Counter");
  st.markdown("Everything below is kept in `st.sessionState`: it lasts from run to run, and ends with your tab.");

  const step = st.numberInput("Step", { min: 1, max: 100, value: 1, help: "How much a press adds or takes." });
  const [less, more, reset] = st.columns(3);
  // Callbacks run before the page does, so that what they change shows everywhere, also above the buttons.
  less.button(`Take ${step}`, { key: "less", icon: ":material/remove:", width: "stretch", onClick: () => add(-step) });
  more.button(`Add ${step}`, { key: "more", icon: ":material/add:", type: "primary", width: "stretch", onClick: () => add(step) });
  const restart = () => {
    state.count = 0;
    state.course = [0];
    st.toast("Back to zero", { icon: ":material/restart_alt:" });
  };
  reset.button("Reset", { key: "reset", width: "stretch", disabled: state.course.length === 1, onClick: restart });

  const before = state.course.at(-2);
  st.metric("Count", state.count, {
    border: true,
    ...(before !== undefined && {
      delta: state.count - before,
      deltaDescription: "by the last press",
      chartData: state.course,
      chartType: "area",
    }),
  });

  if (state.count < 0) st.warning("Below zero. **Add** brings it back up.");
  else if (state.count >= 100) st.success(`${state.count} is a three-digit number. Well pressed!`);
  else if (state.course.length === 1) st.info("Press a button to begin.");
}
