import { st } from "rivulet";
import { harbourBoard } from "./harbour-board.ts";

st.setPageConfig({ title: "Harbour board", icon: "⚓", layout: "wide" });
harbourBoard();
