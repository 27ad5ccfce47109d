import { st } from "rivulet";

st.title("Markdown");
st.markdown(`
  ## Pilot's notes

  The fairway is **dredged** to 11 m; see [the chart](https://example.org/chart). Keep clear of the ~~old~~ wreck.

  | light  | colour |
  | ------ | ------ |
  | Holmen | :red[red] |
  | Sund   | :green-background[green] |

  - [x] anchor ready
  - [ ] pilot flag :material/flag:

  A squat of $s = v^2 / 100$ metres, a :blue-badge[new] buoy, :small[small print] and a smile :smile:.

  The pilot is :shimmer[on the way], in a :color[dark green]{foreground="#0b5d3b" background="#d7f0e3"} boat.
`);
st.markdown("Centred, with a note behind the question mark.", { textAlignment: "center", help: "From **yesterday**." });
st.markdown("# No link icon beside this heading", { anchors: false });
st.markdown("One line, however long it gets to be: ".repeat(8), { wrap: false });
st.markdown("<b>HTML stays text</b>", { width: "content" });
st.caption("Source: the harbour office, :material/schedule: this morning", {
  help: "Small and dimmed.",
  width: 480,
  textAlignment: "right",
  wrap: false,
});
