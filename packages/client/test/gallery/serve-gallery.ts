import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build, preview, type InlineConfig } from "vite";

/** The gallery, built and served on a free port of this machine. */
export interface Gallery extends AsyncDisposable {
  readonly url: string;
}

export async function serveGallery(): Promise<Gallery> {
  const outDir = await mkdtemp(join(tmpdir(), "rivulet-gallery-"));
  const config: InlineConfig = {
    configFile: false,
    root: import.meta.dirname,
    logLevel: "error",
    plugins: [react()],
    resolve: { conditions: ["@rivulet/source", "module", "browser", "production"] },
    build: { outDir, emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 2000 },
    preview: { port: 0, host: "127.0.0.1" },
  };
  await build(config);
  const server = await preview(config);
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error("The gallery's server has no address.");
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
