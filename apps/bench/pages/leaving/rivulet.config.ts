import { defineConfig } from "rivulet";

// Sessions whose browser has gone are over before the next thousand has come.
export default defineConfig({ sessionTtl: 1000 });
