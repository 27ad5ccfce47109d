import { st } from "rivulet";

st.title("Toasts");
st.write("A toast tells what happened, once, and leaves by itself.");
if (st.button("Save")) st.toast("**Saved** :material/check:", { icon: ":material/cloud_done:" });
if (st.button("Send")) {
  const note = st.toast("Sending", { icon: "spinner", duration: "long" });
  await Promise.resolve();
  note.toast("Sent", { icon: "✉️", duration: 2 });
}
if (st.button("Alarm")) st.toast("Fog ahead", { icon: "🌫️", duration: "infinite" });
