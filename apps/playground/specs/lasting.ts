import { st } from "rivulet";

const local = st.textInput("Local", { key: "local", bind: "local" });
const tab = st.textInput("Tab", { key: "tab", bind: "session" });
const cookie = st.radio("Cookie", ["one", "two"], { key: "cookie", bind: "cookie" });
const query = st.radio("Query", ["first", "second", "third"], { key: "query", bind: "query-params" });
if (st.button("Mark")) st.queryParams.marked = "yes";

st.text(`values: ${[local, tab, cookie, query].join(" ")}`);
st.text(`marked: ${st.queryParams.marked ?? "no"}`);
st.text(`theme: ${st.context.theme.type} at ${st.context.url}`);
st.text(`cookies: ${[...st.context.cookies.keys()].join(" ")}`);
