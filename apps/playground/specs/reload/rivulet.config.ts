import { defineConfig } from "rivulet";

export default defineConfig({ resumeOnReload: true, heartbeat: 500 });
