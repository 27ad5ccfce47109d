import { st } from "rivulet";

const runs = st.sessionState.init({ count: 0 });
runs.count++;
st.downloadButton("Small", "tide table", { fileName: "Gezeiten für 潮汐.txt" });
st.downloadButton("Quiet", new Uint8Array([1, 2, 3]), { fileName: "quiet.bin", onClick: "ignore" });
st.downloadButton("Large", large, { fileName: "large.bin", onClick: "ignore" });
st.downloadButton("Broken", () => JSON.parse("{"), { fileName: "broken.json", onClick: "ignore" });
if (st.button("Celebrate")) st.balloons();
if (st.button("Winter")) st.snow();
st.logo(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" onload="document.title=1"><script>parent.document.title = "run"</script><rect width="8" height="8"/></svg>',
  {
    alt: "Harbour",
  },
);
st.text(`runs: ${runs.count}`);

/** 20 MB, each of them filled with its number. */
async function* large(): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < 20; n++) yield new Uint8Array(1024 * 1024).fill(n);
}
