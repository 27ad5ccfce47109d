import { st } from "rivulet";
import { seconds } from "../seconds.ts";
import sleep from "../sleep.thread.ts";
import { span } from "../span.ts";

const delay = seconds();

st.header("t1");
const slot1 = st.empty();
st.header("t2");
const slot2 = st.empty();

const t1 = sleep.thread(delay);
const t2 = sleep.thread(delay);
t1.start();
t2.start();

slot1.write(span(await t1.join()));
slot2.write(span(await t2.join()));
