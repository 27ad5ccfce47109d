import { AppTest } from "@rivulet/testing";
import { expect, test } from "vitest";

const page = new URL("./page.ts", import.meta.url);

test("[NAV2] files under pages/ are pages by themselves, in order, with title and icon of their names", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.navigation).toMatchObject({
    position: "sidebar",
    current: "/",
    sections: [
      {
        title: "",
        pages: [
          { title: "Page", path: "/" },
          { title: "Berths", icon: "⚓", path: "/Berths" },
          { title: "Log book", icon: "📓", path: "/Log_book" },
        ],
      },
      { title: "Ships", pages: [{ title: "All", path: "/ships/all" }] },
    ],
  });
  await app.switchPage("/Berths").run();
  expect(app.texts()).toEqual(["Berths", "arrived: true", "Quay"]);
  expect(app.config).toMatchObject({ title: "Berths", icon: "⚓" });
  app.get("selectbox", { key: "quay" }).set("South");
  await app.run();
  await app.switchPage("pages/ships/[id].ts").run();
  expect(app.texts()).toEqual(["Ship [id]"]);
  await app.switchPage("/ships/all").run();
  expect(app.errors).toEqual([]);
  expect(app.getAll("pageLink").map(({ props }) => props.path)).toEqual(["/ships/ada", "/ships/grace"]);
  await app.switchPage("/ships/ada").run();
  expect(app.texts()).toEqual(["Ship ada"]);
  await app.switchPage("/Berths").run();
  expect(app.get("selectbox", { key: "quay" }).value).toBe("North");
});

test("[NAV4] a page is switched to by its file, and one that is not there is said so", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("button", { label: "To the log" }).click();
  await app.run();
  expect(app.place.path).toBe("/Log_book");
  expect(app.texts()).toEqual(["Log book", "arrived: true"]);
  await app.switchPage("/lost").run();
  expect(app.texts()).toEqual(["Page not found: /lost"]);
  await app.switchPage("/").run();
  expect(app.texts()[0]).toBe("The harbour of Falmouth");
});
