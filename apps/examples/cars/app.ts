import { st } from "rivulet";
import { cars } from "./cars.ts";

st.setPageConfig({ title: "Cars", icon: "🚗", layout: "wide" });
cars();
