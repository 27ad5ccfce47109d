import { st } from "rivulet";

st.title("Buttons");
st.write("A button is true in the one run that its press caused. What shall stay goes into session state.");

const state = st.sessionState.init({ likes: 0 });

if (st.button("Roll the dice", { type: "primary", icon: ":material/casino:" })) st.text("rolled");
st.button("Like", {
  key: "like",
  icon: "👍",
  onClick: () => void (state.likes += 1),
  shortcut: "Ctrl+K",
  help: "Counts in a callback, before the page runs.",
});
st.text(`likes: ${state.likes}`);

const row = st.container({ horizontal: true });
row.button("Quiet", { type: "tertiary" });
row.button("Next", { icon: ":material/arrow_forward:", iconPosition: "right" });
row.button("Working", { icon: "spinner" });
row.button("Not now", { disabled: true, onClick: () => st.text("never") });
st.container({ horizontal: true, width: 300 }).button("In a row a long label is cut, so that the row stays one");
st.button("Down", { shortcut: "Down", wrap: true });
st.button("As wide as the page, **bold** and :blue[blue]", { width: "stretch" });
