import { st } from "rivulet";

const state = st.sessionState.init({ count: 0, names: [] as string[] });

st.title("Session state");
if (st.button("Add one")) state.count += 1;
st.text(`count: ${state.count}`);

const name = st.textInput("Name", { key: "name" });
st.button("Join", {
  onClick: () => {
    state.names.push(name);
    st.sessionState.name = "";
  },
});
st.text(`aboard: ${state.names.join(", ") || "nobody"}`);
