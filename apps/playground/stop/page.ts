import { st } from "rivulet";

st.title("Stop");
st.write("A page may end before its end: what comes after is not shown.");
const agreed = st.checkbox("I have read the harbour rules");
if (!agreed) {
  st.info("Read them first.");
  st.stop();
}
st.text(`berth: ${st.numberInput("Berth", { min: 1, max: 12, key: "berth" })}`);
