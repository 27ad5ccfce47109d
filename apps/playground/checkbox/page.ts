import { st } from "rivulet";

st.title("Checkboxes");
st.write("What shall the **harbour bulletin** contain?");

const tides = st.checkbox("Tides", { required: true, live: true, value: true });
const wind = st.checkbox("Wind :small[every three hours]", {
  key: "wind",
  bind: "query-params",
  persistState: "page",
  help: "From the lighthouse.",
  wrap: false,
  onChange: (on) => st.toast(on ? "Wind is in" : "Wind is out"),
});
st.checkbox("Ship movements", { value: true, disabled: true });
st.checkbox("Only heard", { labelVisibility: "hidden", width: 200 });

st.text(`tides: ${tides}, wind: ${wind}`);
