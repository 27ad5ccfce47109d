import { expect, test } from "vitest";
import { imageType } from "./image-type.ts";

test.each([
  ["\u0089PNG\r\n\u001A\n....", "image/png"],
  ["\u00FF\u00D8\u00FF\u00E0", "image/jpeg"],
  ["GIF89a..", "image/gif"],
  ["RIFF\u0001\u0002\u0003\u0004WEBPVP8 ", "image/webp"],
  ["\0\0\0 ftypavif", "image/avif"],
  ["\0\0\u0001\0\u0001", "image/x-icon"],
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml"],
  ['\u00EF\u00BB\u00BF<?xml version="1.0"?>\n<!-- a logo -->\n<svg>', "image/svg+xml"],
  ["<html><svg>", undefined],
  ["RIFF\u0001\u0002\u0003\u0004WAVE", undefined],
  ["PNG", undefined],
  ["", undefined],
])("[SEC5] bytes that begin with %j are %s", (start, type) => {
  expect(imageType(new Uint8Array(Buffer.from(start, "latin1")))).toBe(type);
});
