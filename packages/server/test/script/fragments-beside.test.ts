import { runsAfter, type Run } from "@rivulet/protocol";
import { st } from "@rivulet/server/script";
import { expect, test } from "vitest";
import { gate } from "./gate.ts";
import { Script, turn, type PageSession } from "./page-session.ts";

/** The runs under way, as the browser has been told. */
const running = ({ msgs }: PageSession) => msgs.reduce<readonly Run[]>(runsAfter, []);

/** Lets what is due run, and what follows from that. */
async function turns(): Promise<void> {
  for (let i = 0; i < 20; i++) await turn();
}

test.for(["at once", "late"])("[G4] a callback that names fragments %s leaves no run of the page behind in the browser", async (when) => {
  const asked = gate();
  const session = new Script(() => {
    const late = async () => {
      await asked.passed;
      st.rerun("a");
    };
    st.button("A", { onClick: when === "late" ? late : () => st.rerun("a") });
    st.fragment(() => st.text("a"), { key: "a" })();
  }).open();
  await session.run();
  const no = session.start({ A: true });
  await turns();
  asked.open();
  await session.end(no);
  expect(running(session)).toEqual([]);
});

test("[G4] a fragment that the page waits for runs again when its callback names others instead", async () => {
  const answer = gate<string>();
  const session = new Script(async () => {
    st.fragment(() => st.text("other"), { key: "other" })();
    const ask = st.fragment(() => {
      st.button("Other", { onClick: () => st.rerun("other") });
      return answer.passed;
    });
    st.text(`answer: ${await ask()}`);
  }).open();
  const page = session.start();
  await turns();
  const click = session.start({ Other: true });
  await turns();
  answer.open("yes");
  await session.end(click);
  expect((await session.end(page)).outcome).toBe("finished");
  expect(session.texts()).toEqual(["other", "Other", "answer: yes"]);
});
