// Leaks that the suite must find, by name: what keeps them is never let go.
const kept = [];

const PLANTS = {
  "host-keeps-sessions": {
    in: "host",
    plant: async () => {
      const { ScriptRunner } = await import("../../dist/host/script-runner.js");
      const { close } = ScriptRunner.prototype;
      ScriptRunner.prototype.close = function () {
        kept.push(this);
        close.call(this);
      };
    },
  },
  "worker-keeps-trees": {
    in: "worker",
    plant: async () => {
      const { ScriptSession } = await import("../../dist/script/script-session.js");
      const { close } = ScriptSession.prototype;
      ScriptSession.prototype.close = function () {
        kept.push(this.tree);
        close.call(this);
      };
    },
  },
  "cache-keeps-sessions": {
    in: "host",
    plant: async () => {
      const { CacheHub } = await import("../../dist/thread/cache/cache-hub.js");
      const { MemoryCacheStore } = await import("../../dist/thread/cache/memory-cache-store.js");
      const { endSession } = CacheHub.prototype;
      const { clear } = MemoryCacheStore.prototype;
      let ending = false;
      MemoryCacheStore.prototype.clear = function (range) {
        if (!ending) clear.call(this, range);
      };
      CacheHub.prototype.endSession = function (session) {
        ending = true;
        endSession.call(this, session);
        ending = false;
      };
    },
  },
  "host-keeps-timers": {
    in: "host",
    plant: async () => {
      const { ScriptRunner } = await import("../../dist/host/script-runner.js");
      const { close } = ScriptRunner.prototype;
      ScriptRunner.prototype.close = function () {
        setInterval(() => {}, 60_000);
        close.call(this);
      };
    },
  },
};

/** Plants a leak in this thread, if the one named belongs here. */
export async function plant(place, name) {
  const bug = PLANTS[name];
  if (name && !bug) throw new Error(`There is no plant ${name}: there are ${Object.keys(PLANTS).join(", ")}.`);
  if (bug?.in === place) await bug.plant();
}
