import { st } from "rivulet";
import { weather } from "./weather.ts";

st.setPageConfig({ title: "Seattle weather", icon: "🌦️", layout: "wide" });
weather();
