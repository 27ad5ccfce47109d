import { PageClient } from "../host/page-client.ts";

/** What sessions do at last; each is what every session does whose number it divides, if no later one is. */
export const COURSES = {
  plain: 1,
  "left open": 3,
  thread: 5,
  resumed: 7,
  superseded: 11,
  thrown: 13,
  waiting: 17,
  "left a thread": 41,
} as const;
export type Course = keyof typeof COURSES;

/** Sessions at a time. */
const AT_ONCE = 20;

/** Opens `count` sessions over real sockets, has each run its course, and closes them. Returns how often each course was run. */
export async function runSessions(url: string, count: number): Promise<Record<Course, number>> {
  const ran = Object.fromEntries(Object.keys(COURSES).map((course) => [course, 0])) as Record<Course, number>;
  let next = 0;
  const visitor = async (): Promise<void> => {
    while (next < count) {
      const no = ++next;
      const course = (Object.keys(COURSES) as Course[]).findLast((one) => no % COURSES[one] === 0) as Course;
      await runSession(url, course);
      ran[course]++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, visitor));
  return ran;
}

async function runSession(url: string, course: Course): Promise<void> {
  await using client = await PageClient.open(url);
  await shows(client, /, clicks 0, act nothing$/);
  client.set("Name", "Ada");
  await shows(client, /^run ([2-9]|\d\d), clicks 0, act nothing$/);
  client.set("Click", true);
  await shows(client, /, clicks 4, act nothing$/);
  switch (course) {
    case "plain":
      // A goodbye; the others are cut off.
      client.socket.close(1000);
      await client.closed;
      return;
    case "left open":
      client.set("Act", "leave open");
      await shows(client, /, act leave open$/);
      client.set("Bound", true);
      client.set("In the address", true);
      await client.ran();
      client.set("Offered", true);
      await client.next("download");
      client.set("Never", true);
      client.set("Open", true);
      await client.until(() => client.has("Note"), "the dialog");
      client.set("Note", "half");
      return await client.ran();
    case "thread":
      client.set("Act", "thread");
      return await shows(client, /, clicks 4, act thread$/);
    case "resumed": {
      const { token } = await client.next("welcome");
      await using again = await PageClient.open(url, { resume: token });
      return await shows(again, /, clicks 4, act nothing$/);
    }
    case "superseded":
      client.set("Act", "wait");
      await client.shows("waiting");
      client.set("Act", "nothing");
      return await shows(client, /, clicks 4, act nothing$/);
    case "thrown":
      client.set("Act", "throw");
      return void (await client.next("runFinished", ({ outcome }) => outcome === "error"));
    case "waiting":
      client.set("Act", "wait");
      return await client.shows("waiting");
    case "left a thread":
      client.set("Act", "leave a thread");
      return await shows(client, /, clicks 4, act leave a thread$/);
    default:
      course satisfies never;
  }
}

/** Waits until a text matches. Runs are not told by number: a busy worker's sessions move, and may lose a run that waited. */
async function shows(client: PageClient, pattern: RegExp): Promise<void> {
  await client.until(() => client.text(pattern) !== undefined, String(pattern));
}
