import { setTimeout } from "node:timers/promises";
import { st } from "rivulet";

st.title("Status");
const fails = st.toggle("The sounding fails");
const survey = st.status("Surveying the channel", { expanded: true });
try {
  await survey.with(async () => {
    st.write("Lowering the lead");
    await setTimeout(10);
    if (fails) throw new Error("The line is too short.");
    st.write("Reading the depth");
    survey.update({ label: "Surveyed the channel" });
  });
} catch (error) {
  survey.write((error as Error).message);
}

st.header("States and kinds", { divider: true });
st.status("Under way").write("This one goes on.");
st.status("Done", { state: "complete", type: "compact" }).write("It took a minute.");
st.status("Given up", { state: "error", width: 320 }).write("Nobody knows why.");
for (const [i, step] of ["Order a pilot", "Pass the lighthouse", "Moor"].entries())
  st.status(step, { type: "step", state: i < 2 ? "complete" : "running" }).write("In its time.");
