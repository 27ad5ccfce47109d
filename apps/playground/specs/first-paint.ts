import { st } from "rivulet";
import { blockAt, countRun, waitAt } from "./gate.ts";

const slow = st.queryParams.get("page") === "slow";
const who = st.queryParams.get("who") ?? "";
// Beside the gates, since every worker has a state of its own.
const runs = countRun(`runs-${who}`);

st.setPageConfig({ title: `First words for ${who}`, description: `What is "first" for ${who}` });
st.title("First words");
st.text(`run ${runs}`);
if (st.queryParams.get("page") === "blocked") blockAt("computing");
if (["zone", "blocked"].includes(st.queryParams.get("page") ?? "")) st.text(`zone: ${st.context.timezone}`);
if (st.queryParams.get("page") === "theme") st.text(`theme: ${st.context.theme.type}`);
if (st.queryParams.get("page") === "tab") st.text(`tab: ${st.textInput("Tab", { key: "tab", bind: "session" })}`);
if (slow) await waitAt("slow", st.signal);
st.json({ chunk: "of its own" });
if (st.button("Again")) st.text("clicked");
