import { st } from "rivulet";

const { context } = st;

st.title("Context");
st.write(`You read ${context.locale ?? "no language that we know"}, in the theme **${context.theme.type ?? "unknown"}**.`);
st.write(`Your clock: ${context.timezone ?? "unknown"}, ${context.timezoneOffset ?? 0} minutes behind UTC.`);
st.write(`You came to ${context.url ?? "nowhere"} from ${context.ip ?? "nowhere"}${context.isEmbedded ? ", embedded" : ""}.`);
st.write(`Your browser calls itself: ${context.headers.get("User-Agent") ?? "nothing"}`);
st.write(`Cookies of this site: ${[...context.cookies.keys()].join(", ") || "none"}`);
st.button("Look again");
st.caption(`Request ${context.requestId}`);
