import { st } from "rivulet";

st.title("Stop");
st.write("A page may end before its end: what comes after is not shown.");
const agreed = st.checkbox("I have read the harbour rules");
if (!agreed) {
  st.info("Read them first.");
  st.stop();
}
try {
  if (st.checkbox("I have changed my mind")) st.stop();
} catch (error) {
  // A catch-all lets through what ends the run.
  if (st.isControlFlow(error)) throw error;
  st.error("Something else went wrong.");
}
st.text(`berth: ${st.numberInput("Berth", { min: 1, max: 12, key: "berth" })}`);
