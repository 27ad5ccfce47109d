import { decodeFrame, type Frame } from "@rivulet/protocol";

/** What the page's HTML carries of a session that its navigation has begun (FP2). */
export interface FirstFrames {
  /** To claim the session with, once. */
  readonly token: string;
  readonly frames: readonly Frame[];
}

/** Takes the frames out of the HTML. A page that is there again without a navigation finds none. */
export function takeFirstFrames(): FirstFrames | undefined {
  const data = document.getElementById("rivulet-first");
  const token = data?.dataset["token"];
  if (!data || token === undefined) return undefined;
  data.remove();
  const texts = (data.textContent ?? "").split(" ").filter((text) => text !== "");
  return { token, frames: texts.map((text) => decodeFrame(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)))) };
}
