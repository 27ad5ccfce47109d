import { ScriptRunner } from "../../dist/host/script-runner.js";
import { SessionData } from "../../dist/host/session-data.js";

/** Bugs that the suite must find. `RIVULET_PLANT=<name>` plants one in any run of it. */
export const PLANTS = ["state-forgotten", "values-forgotten", "everybody-blamed"] as const;
export type Plant = (typeof PLANTS)[number];

/** Plants a bug in the host; disposing takes it out again. */
export function plant(bug: Plant | undefined): Disposable {
  const { record } = SessionData.prototype;
  const { lost } = ScriptRunner.prototype;
  if (bug === "state-forgotten") SessionData.prototype.record = forget(record, { state: new Map() });
  if (bug === "values-forgotten") SessionData.prototype.record = forget(record, { values: new Map() });
  if (bug === "everybody-blamed") {
    ScriptRunner.prototype.lost = function () {
      lost.call(this, { outcome: "error", error: { name: "WorkerCrashedError", message: "planted" } });
    };
  }
  return {
    [Symbol.dispose]: () => {
      SessionData.prototype.record = record;
      ScriptRunner.prototype.lost = lost;
    },
  };
}

type Record = SessionData["record"];

/** A moved session has lost a part of what it was. */
function forget(record: Record, lost: Partial<ReturnType<Record>>): Record {
  return function (this: SessionData, seq) {
    return { ...record.call(this, seq), ...lost };
  };
}
