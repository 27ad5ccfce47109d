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

test("[SR6] a callback of the page's runs before the page's body, not in a fragment's run that overtakes it", async () => {
  const [loaded, called] = [gate(), gate()];
  const ran: string[] = [];
  const page = async () => {
    const click = async () => {
      ran.push("callback begins");
      await called.passed;
      ran.push("callback ends");
    };
    st.button("Click", { onClick: click });
    ran.push("page");
    st.fragment(() => void ran.push(`fragment: ${st.checkbox("On")}`))();
  };
  let loads = 0;
  const load = async () => {
    if (loads++ > 0) await loaded.passed;
    return page;
  };
  const session = new Script({ load, close: () => {} }).open();
  await session.run();
  ran.splice(0);
  const click = session.start({ Click: true });
  await session.run({ On: true });
  loaded.open();
  await turns();
  called.open();
  await session.end(click);
  expect(ran).toEqual(["fragment: true", "callback begins", "callback ends", "page", "fragment: true"]);
});

test("[SR6] a page does not wait for what a part has begun that its fragment's own run has taken over", async () => {
  const never = new Promise<never>(() => {});
  let first = true;
  const session = new Script(async () => {
    const ask = st.fragment(async () => {
      st.checkbox("On");
      if (!first) return 1;
      first = false;
      void st.container().with(() => never);
      return never;
    });
    st.text(`answer: ${await ask()}`);
  }).open();
  const page = session.start();
  await turns();
  await session.run({ On: true });
  expect(await session.end(page)).toMatchObject({ outcome: "finished" });
  expect(session.texts()).toEqual(["On", "answer: 1"]);
});

test("[SR6] what fails in a part that was taken over hides no other failure", async () => {
  const late = gate();
  let first = true;
  const session = new Script(() => {
    void st.fragment(async () => {
      st.checkbox("On");
      if (!first) return;
      first = false;
      void st.container().with(async () => {
        await late.passed;
        st.text("late");
      });
      await late.passed;
    })();
    void st.container().with(async () => {
      await late.passed;
      await turns();
      throw new Error("the page's own");
    });
  }).open();
  const page = session.start();
  await turns();
  await session.run({ On: true });
  late.open();
  expect((await session.end(page)).outcome).toBe("error");
  expect(session.texts()).toEqual(["On", "the page's own"]);
});
