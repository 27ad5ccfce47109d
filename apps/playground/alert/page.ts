import { st } from "rivulet";

st.title("Alerts");
st.success("The ship is **moored**.", { icon: ":material/anchor:" });
st.info("Pilots are ordered on channel 12, two hours ahead.");
st.warning("⚠️ The icon that begins a text is taken for the box.");
st.warning("⚠️ Unless it is told not to.", { icon: "" });
st.error("The column `tons` is missing.", { title: "Cannot read cargo.csv", width: 400 });
