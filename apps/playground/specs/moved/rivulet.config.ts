import { defineConfig } from "rivulet";

/** All sessions are at home together: one's end is another's move. */
export default defineConfig({ workers: 1 });
