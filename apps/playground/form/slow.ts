import { st } from "rivulet";

// The first submit never comes to its end: another one must supersede it.
const state = st.sessionState.init({ names: [] as string[] });
const form = st.form("f", { clearOnSubmit: true });
const name = form.textInput("Name");
if (form.formSubmitButton("Save")) {
  state.names = [...state.names, name];
  st.text(`saving ${name}`);
  if (state.names.length === 1) await new Promise(() => {});
}
st.text(`names: ${state.names.join()}`);
