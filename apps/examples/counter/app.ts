import { st } from "rivulet";
import { counter } from "./counter.ts";

st.setPageConfig({ title: "Counter", icon: "🔢" });
counter();
