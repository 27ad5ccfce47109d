import { st } from "rivulet";

st.title("Echo");
st.write("A page can show its own source beside what it makes.");

const answer = st.echo(() => {
  // What you see is what was written.
  const label: string = "Ship's bell";
  const hour = st.slider(label, { min: 1, max: 8 });
  if (hour % 2 === 0) {
    st.write(`**${hour / 2}** double strokes`);
  }
  return hour;
});
st.text(`returned: ${answer}`);

const loaded = await st.echo(
  async () => {
    const height = await Promise.resolve(4.1);
    st.metric("High water", `${height} m`);
    return height;
  },
  { codeLocation: "below" },
);
st.text(`awaited: ${loaded}`);

st.echo(() => st.caption("a line by itself"));
