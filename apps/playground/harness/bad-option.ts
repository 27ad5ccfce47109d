import { AppTest } from "@rivulet/testing";

/** What a page that gives an option which makes no sense is told. Throws if the page runs, or fails in another way. */
export async function badOptionOf(page: () => unknown): Promise<string> {
  await using app = await AppTest.fromFunction(async () => void (await page()));
  await app.run();
  const [error, ...more] = app.errors;
  if (error?.code !== "RIVULET_BAD_OPTION" || error.name !== "BadOptionError" || more.length > 0) {
    throw new Error(`expected one BadOptionError, got ${JSON.stringify(app.errors)} and the texts ${JSON.stringify(app.texts())}`);
  }
  return error.message;
}
