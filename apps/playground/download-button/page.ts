import { Readable } from "node:stream";
import { st } from "rivulet";

st.title("Download buttons");
st.write("A download button saves a file: text or bytes that are there, or what is made when somebody wants it.");

const state = st.sessionState.init({ saved: 0 });
const { saved } = state;
const rows = "time,height\n06:12,4.1\n12:30,1.2\n";

const row = st.container({ horizontal: true });
row.downloadButton("Tides", rows, { fileName: "Gezeiten für März.csv", type: "primary", icon: ":material/download:", onClick: "ignore" });
row.downloadButton("Bytes", new Uint8Array([1, 2, 3]), { fileName: "three.bin", iconPosition: "right", icon: "🧊", onClick: "ignore" });
row.downloadButton("Not today", "", { disabled: true, help: "The harbour office is **closed**." });

if (st.downloadButton("As JSON", JSON.stringify({ rows: 2 }), { mime: "application/json", key: "json", shortcut: "Ctrl+Shift+J" }))
  st.text("saved as JSON");
st.downloadButton("Counted", rows, { type: "tertiary", onClick: () => void (state.saved += 1), width: "stretch", wrap: false });
st.text(`saved: ${saved}`);

st.header("Made on demand");
st.downloadButton("Log", logOf, { fileName: "log.txt", onClick: "ignore" });
if (st.downloadButton("Log and run", async () => new Blob([`saved ${saved} times`]), { fileName: "count.txt" }))
  st.text("asked for the log");
st.downloadButton("A stream", Readable.from(["from ", "a ", "stream"]), { fileName: "stream.txt", onClick: "ignore" });
st.downloadButton("Broken", () => broken(), { fileName: "broken.txt", onClick: "ignore" });

async function* logOf(): AsyncGenerator<string> {
  for (let line = 1; line <= 1000; line++) yield `line ${line}\n`;
}

function broken(): string {
  throw new Error("the log is locked");
}
