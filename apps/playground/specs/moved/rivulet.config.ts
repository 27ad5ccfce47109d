import { defineConfig } from "rivulet";

/** All sessions are at home together, on a slow machine too: what ends one's worker moves the others. */
export default defineConfig({ workers: 1, maxWorkers: 1, runTimeout: 500, grace: 100 });
