import { st } from "rivulet";

st.title("Alerts");
st.success("The ship is **moored**.", { icon: ":material/anchor:" });
st.info("Pilots are ordered on channel 12, two hours ahead.");
st.info("Channel 16 is for distress.", { icon: ":material/radio:", title: "Listen", width: 400 });
st.success("All hands.", { title: "Aboard", width: 400 });
st.warning("⚠️ The icon that begins a text is taken for the box.");
st.warning("⚠️ Unless it is told not to.", { icon: "", title: "Told", width: 400 });
st.error("The column `tons` is missing.", { title: "Cannot read cargo.csv", width: 400, icon: ":material/error:" });
