import { st } from "rivulet";

st.title("Hello");

const name = st.textInput("Your name");
const times = st.slider("How often", { min: 1, max: 5, value: 1 });

if (name) {
  for (let i = 0; i < times; i++) st.write(`Hello, ${name}!`);
} else {
  st.info("Type a name and press Enter.");
}
