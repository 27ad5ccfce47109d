import { st } from "rivulet";
import { register } from "./register.ts";

st.setPageConfig({ title: "Register a ship", icon: "🚢" });
register();
