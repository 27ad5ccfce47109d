import { mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { SourceWatcher } from "./source-watcher.ts";

/** A folder that is watched, and the files that were reported, report by report. */
class Watched implements Disposable {
  readonly #folder = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-watcher-")));
  readonly #reports: (readonly string[])[] = [];
  #wake = (): void => {};
  readonly watcher = new SourceWatcher((files) => {
    this.#reports.push(files);
    this.#wake();
  });

  path(name: string): string {
    return join(this.#folder, name);
  }

  save(name: string, text: string): string {
    const path = this.path(name);
    writeFileSync(path, text);
    return path;
  }

  /** The next report, with the names of its files in order. */
  async report(): Promise<string[]> {
    for (;;) {
      const files = this.#reports.shift();
      if (files !== undefined) return files.map((file) => file.slice(this.#folder.length + 1)).sort();
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  [Symbol.dispose](): void {
    this.watcher.close();
    rmSync(this.#folder, { recursive: true });
  }
}

test("[SR1] a file is reported when its content has changed, not when it was saved as it is", async () => {
  using watched = new Watched();
  const page = watched.save("page.ts", "1");
  const other = watched.save("other.ts", "1");
  watched.watcher.addFile(page, "1");
  watched.watcher.addFile(other, "1");
  watched.save("other.ts", "1");
  watched.save("page.ts", "2");
  expect(await watched.report()).toEqual(["page.ts"]);
});

// The reads come before the loop turns: before the watcher can have heard of the save.
test("[SR1] a save is reported when one worker has read it before it was heard of, and others have not", async () => {
  using watched = new Watched();
  const page = watched.save("page.ts", "1");
  watched.watcher.addFile(page, "1");
  watched.save("page.ts", "2");
  watched.watcher.addFile(page, "2");
  expect(await watched.report()).toEqual(["page.ts"]);
});

test("[SR1] so is one that is taken back before it was heard of: the worker that has read it must read again", async () => {
  using watched = new Watched();
  const page = watched.save("page.ts", "1");
  watched.watcher.addFile(page, "1");
  watched.save("page.ts", "2");
  watched.watcher.addFile(page, "2");
  watched.save("page.ts", "1");
  expect(await watched.report()).toEqual(["page.ts"]);
});

test("[SR1] a save is reported that came after the file was read and before its folder was watched", async () => {
  using watched = new Watched();
  const page = watched.save("page.ts", "2");
  watched.watcher.addFile(page, "1");
  expect(await watched.report()).toEqual(["page.ts"]);
});

test("[SR1] a file that is never read as it is, as one without its source map, is reported once and not for ever", async () => {
  using watched = new Watched();
  const page = watched.save("page.js", "1 // map");
  const other = watched.save("other.ts", "1");
  watched.watcher.addFile(other, "1");
  watched.watcher.addFile(page, "1");
  expect(await watched.report()).toEqual(["page.js"]);
  watched.watcher.addFile(page, "1");
  watched.save("other.ts", "2");
  expect(await watched.report()).toEqual(["other.ts"]);
});

test("[SR1] a save is reported beside a file that is written all the time", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  try {
    using watched = new Watched();
    const page = watched.save("page.ts", "1");
    const other = watched.save("other.ts", "0");
    watched.watcher.addFile(page, "1");
    watched.save("page.ts", "2");
    watched.watcher.addFile(page, "2");
    for (let i = 0; i < 20; i++) {
      watched.watcher.addFile(other, String(i));
      vi.advanceTimersByTime(9);
    }
    expect(await watched.report()).toContain("page.ts");
  } finally {
    vi.useRealTimers();
  }
});

test("[SR1] two saves within one turn are one, also by an editor that writes beside the file and renames", async () => {
  using watched = new Watched();
  const page = watched.save("page.ts", "1");
  watched.watcher.addFile(page, "1");
  watched.save("page.ts", "2");
  renameSync(watched.save(".page.ts.tmp", "3"), page);
  expect(await watched.report()).toEqual(["page.ts"]);
  watched.watcher.addFile(page, "3");
  renameSync(watched.save(".page.ts.tmp", "4"), page);
  expect(await watched.report()).toEqual(["page.ts"]);
});

test("[SR1] a read of what all have read already is no change", async () => {
  using watched = new Watched();
  const page = watched.save("page.ts", "1");
  const other = watched.save("other.ts", "1");
  for (const file of [page, other, page, other]) watched.watcher.addFile(file, "1");
  watched.save("page.ts", "2");
  expect(await watched.report()).toEqual(["page.ts"]);
  for (const file of [page, page]) watched.watcher.addFile(file, "2");
  watched.save("other.ts", "2");
  expect(await watched.report()).toEqual(["other.ts"]);
});
