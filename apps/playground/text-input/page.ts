import { st } from "rivulet";

st.title("Text inputs");
st.write("Sign the **guest book** of the harbour office.");

const name = st.textInput("Name", {
  minLength: 2,
  required: true,
  value: "Ada",
  maxChars: 20,
  autocomplete: "name",
  icon: ":material/person:",
});
const ship = st.textInput("Ship", {
  value: null,
  placeholder: "Nothing entered yet",
  key: "ship",
  bind: "query-params",
  persistState: "page",
});
const mail = st.textInput("Mail", { type: "email", help: "We answer within a day." });
const [left, right] = st.columns(2);
const web = left.textInput("Web", { type: "url" });
const phone = right.textInput("Phone", { type: "phone", onChange: (number) => st.toast(`We call ${number}`) });
const mmsi = st.textInput("MMSI", { validate: [/\d{9}/, "Nine digits"], placeholder: "Nine digits" });
st.textInput("Password", { type: "password", value: "secret" });
const search = st.textInput("Search", { type: "search", live: true, width: 300, labelVisibility: "hidden" });
const note = st.textInput("Note for later", { onChange: "ignore", help: "Waits for whatever runs the page next." });
st.textInput("Berth", { value: "B 12", disabled: true });

st.text(`${name}, ${ship === null ? "no ship" : `ship ${ship}`}, ${mail || "no mail"}`);
st.text(`web ${web || "none"}, phone ${phone || "none"}`);
st.text(`MMSI ${mmsi || "unknown"}, search ${search || "nothing"}, note ${note || "none"}`);
