import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compressedAssets } from "./build/compressed-assets.ts";
import { devPlaceholders } from "./build/dev-placeholders.ts";
import { elementChunks } from "./build/element-chunks.ts";
import { woff2Only } from "./build/woff2-only.ts";

/** The server that answers behind `npm run dev`; it serves the pages, this one the client's sources. */
const server = process.env.RIVULET_SERVER ?? "http://127.0.0.1:8484";

export default defineConfig({
  plugins: [react(), woff2Only(), devPlaceholders(), elementChunks(), compressedAssets()],
  resolve: { conditions: ["@rivulet/source", "module", "browser", "development|production"] },
  html: { cspNonce: "%RIVULET_NONCE%" },
  build: {
    target: "es2022",
    assetsDir: "_rivulet",
    manifest: true,
    // A page's policy allows no data: styles or scripts, and small files compress as well in the bundle.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    // Every browser that runs the client preloads modules itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Only the writer of frames uses it, and its package does not say that modules may be left out.
      treeshake: { moduleSideEffects: [{ test: /msgpackr/, sideEffects: false }] },
      output: {
        // What every page needs is one request; what changes rarely keeps its hash longer.
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules\/(react|react-dom|scheduler)\//, priority: 1 },
            // Also what lazy elements use too: else each of them breaks another small chunk off.
            { name: "page", tags: ["$initial"] },
          ],
        },
      },
    },
  },
  experimental: {
    // HTML is served below the base that the server was told; everything else finds its siblings by itself.
    renderBuiltUrl: (filename, { hostType }) => (hostType === "html" ? `%RIVULET_BASE%${filename}` : { relative: true }),
  },
  server: {
    // The Host stays the browser's own: the server compares it with the Origin (SEC2).
    proxy: { "/ws": { target: server, ws: true } },
  },
});
