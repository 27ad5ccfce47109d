import { st } from "rivulet";

st.title("Persist state");
const details = st.checkbox("Details", { value: true });

if (details) {
  st.textInput("Dropped", { key: "dropped" });
  st.textInput("Kept on this page", { key: "page", persistState: "page" });
  st.slider("Kept in this session", { key: "session", persistState: "session" });
}
for (const key of ["dropped", "page", "session"]) st.text(`${key}: ${JSON.stringify(st.sessionState[key])}`);
