export * from "@rivulet/server/script";
export { defineConfig, type RivuletConfig } from "./config.ts";
