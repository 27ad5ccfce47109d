import { Figures } from "../figure.ts";
import { echo } from "../targets/echo.ts";
import type { Target } from "../targets/target.ts";
import { median } from "../stats.ts";
import type { Scenario } from "./scenario.ts";

/** 2000 tokens of about 8 characters. */
const TEXT = Array.from({ length: 2000 }, (_, i) => `tok${i} `).join("").length + "ENDTOKEN".length;

/** A stream of 2000 tokens that never waits: how long until the last one is there, and how many bytes for one of text. */
export const stream: Scenario = async (targets, { quick }) => {
  const figures = new Figures("stream");
  // A bare socket has no text that grows.
  for (const target of targets.filter((each) => each !== echo)) {
    const { ms, bytes } = await measure(target, quick ? 3 : 15);
    figures.add(target.name, "ms", { "2000 tokens": ms });
    figures.add(target.name, "B", { "2000 tokens, bytes": bytes, "2000 tokens, bytes a byte of text": bytes / TEXT });
  }
  return figures.all;
};

async function measure(target: Target, samples: number): Promise<{ readonly ms: number; readonly bytes: number }> {
  const server = await target.start(0, "stream");
  const times: number[] = [];
  const sizes: number[] = [];
  for (let i = 0; i < samples; i++) {
    const client = await target.connect(server);
    const before = client.bytes;
    const start = performance.now();
    await client.rerun("Stream");
    times.push(performance.now() - start);
    sizes.push(client.bytes - before);
    await client.close();
  }
  await server.stop();
  return { ms: median(times), bytes: median(sizes) };
}
