// Bugs that the suite must find, by name, and where they are planted.

export const plants = {
  /** What a browser says again takes effect again. */
  "dedupe-off": {
    in: "host",
    plant: async () => {
      const { AppSession } = await import("../../../server/dist/host/app-session.js");
      const { receive } = AppSession.prototype;
      AppSession.prototype.receive = function (msg, bytes) {
        const again = msg.type === "update" && msg.n <= this.received;
        receive.call(this, msg, bytes);
        if (again) this.runner.run(this.received, { update: { seen: msg.seen, values: msg.values, fragment: msg.fragment } });
      };
    },
  },
  /** A browser that comes back is not sent the frames that it has missed. */
  "replay-off": {
    in: "host",
    plant: async () => {
      const { Outbox } = await import("../../../server/dist/host/outbox.js");
      const { attach } = Outbox.prototype;
      Outbox.prototype.attach = function (client, applied) {
        const { sendFrame } = client;
        client.sendFrame = () => {};
        attach.call(this, client, applied);
        client.sendFrame = sendFrame;
      };
    },
  },
  /** What stands at the same position is taken for the same element, whatever its identity. */
  "reconciler-by-position": {
    in: "worker",
    plant: async () => {
      const { SessionTree } = await import("../../../server/dist/script/session-tree.js");
      const { claim } = SessionTree.prototype;
      SessionTree.prototype.claim = function (parent, type) {
        return claim.call(this, parent, type, { key: undefined, site: String(parent.course?.at ?? 0), label: "" });
      };
    },
  },
  /** What a thread has written just before its run ends is not waited for. */
  "drain-off": {
    in: "worker",
    plant: async () => {
      const { Call } = await import("../../../server/dist/script/threads/call.js");
      Call.prototype.drain = () => {};
    },
  },
};
