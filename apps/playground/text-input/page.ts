import { st } from "rivulet";

st.title("Text inputs");
st.write("Sign the **guest book** of the harbour office.");

const name = st.textInput("Name", { value: "Ada", maxChars: 20, autocomplete: "name", icon: ":material/person:" });
const ship = st.textInput("Ship", { value: null, placeholder: "Nothing entered yet", key: "ship" });
const mail = st.textInput("Mail", { type: "email", validate: [/.+@.+/, "An address has an @"], help: "We answer within a day." });
st.textInput("Password", { type: "password", value: "secret" });
st.textInput("Search", { type: "search", live: true, width: 300 });
st.textInput("Berth", { value: "B 12", disabled: true });

st.text(`${name}, ${ship === null ? "no ship" : `ship ${ship}`}, ${mail || "no mail"}`);
