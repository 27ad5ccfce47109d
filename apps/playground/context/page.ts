import { st } from "rivulet";

st.title("Context");
st.write(`You read ${st.context.locale ?? "no language that we know"}, in the theme **${st.context.theme.type ?? "unknown"}**.`);
st.write(`Your clock: ${st.context.timezone ?? "unknown"}, ${st.context.timezoneOffset ?? 0} minutes behind UTC.`);
st.write(`You came to ${st.context.url ?? "nowhere"} from ${st.context.ip ?? "nowhere"}${st.context.isEmbedded ? ", embedded" : ""}.`);
st.write(`Your browser calls itself: ${st.context.headers.get("User-Agent") ?? "nothing"}`);
st.write(`Cookies of this site: ${[...st.context.cookies.keys()].join(", ") || "none"}`);
if (st.button("Which request is this?")) st.caption(`Request ${st.context.requestId}`);
