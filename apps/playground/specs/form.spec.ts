import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityViolations } from "../harness/accessibility.ts";
import { browserTest, idle } from "../harness/browser-test.ts";

const test = browserTest(new URL("../form/page.ts", import.meta.url), { browser: { viewport: { width: 1200, height: 1400 } } });

const field = (page: Page, name: string) => page.getByRole("textbox", { name });

test("[F1] Enter in a field presses the first submit button; the form is one run, and cleared after it", async ({ open }) => {
  const page = await open();
  await page.getByRole("combobox", { name: "Quay" }).click();
  await page.getByRole("option", { name: "East" }).click();
  await page.getByRole("spinbutton", { name: "Tons" }).fill("40");
  await page.getByRole("switch", { name: "Urgent" }).click();
  await page.getByRole("switch", { name: "Lamp" }).click();
  await page.getByText("lit in run 2").waitFor();
  expect(await page.getByText("Ordered").count()).toBe(0);
  await field(page, "Note").fill("Gate 4");
  await field(page, "Note").press("Enter");
  await page.getByText("Ordered 40 t for East quay, at once. Gate 4").waitFor();
  await idle(page);
  expect(await page.getByText("lit in run 3").count()).toBe(1);
  expect(await field(page, "Note").inputValue()).toBe("");
  expect(await page.getByRole("spinbutton", { name: "Tons" }).inputValue()).toBe("10");
  expect(await page.getByRole("combobox", { name: "Quay" }).inputValue()).toBe("North");
  expect(await page.getByRole("switch", { name: "Urgent" }).isChecked()).toBe(false);
});

test("Enter on what is no field of text submits nothing, nor does it in a form that wants none", async ({ open }) => {
  const page = await open();
  await page.getByRole("switch", { name: "Urgent" }).press("Enter");
  expect(await page.getByRole("switch", { name: "Urgent" }).isChecked()).toBe(true);
  await page.getByRole("combobox", { name: "Quay" }).press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Ships seen" }).press("Enter");
  await field(page, "Name").fill("Ada");
  await field(page, "Name").press("Enter");
  await page.getByRole("slider", { name: "Speed" }).press("Enter");
  await page.getByRole("switch", { name: "Lamp" }).click();
  await page.getByText("lit in run 2").waitFor();
  expect(await page.getByRole("combobox", { name: "Quay" }).inputValue()).toBe("East");
});

test("[F4] a field that refuses its text keeps the form from being submitted, and gets the focus", async ({ open }) => {
  const page = await open();
  await field(page, "Watch").fill("first");
  await page.getByRole("button", { name: "Write into the log" }).click();
  await page.getByText("A letter and a digit, such as B2").waitFor();
  expect(await field(page, "Watch").evaluate((input) => input === document.activeElement)).toBe(true);
  await field(page, "Watch").press("Enter");
  await field(page, "Watch").fill("B2");
  await field(page, "Watch").press("Enter");
  await page.getByText("watch B2").waitFor();
  await page.getByRole("switch", { name: "Lamp" }).click();
  await page.getByText("lit in run 3").waitFor();
});

test("[F4] what a schema refuses is told at the fields, keeps what was entered, and can be mended", async ({ open }) => {
  const page = await open();
  await field(page, "Name").fill("A");
  await field(page, "E-mail").fill("ada@example.org");
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.getByText("Two letters at least").waitFor();
  await idle(page);
  expect(await field(page, "Name").inputValue()).toBe("A");
  expect(await field(page, "Name").getAttribute("aria-invalid")).toBe("true");
  const message = await field(page, "Name").getAttribute("aria-errormessage");
  expect(await page.locator(`[id="${message}"]`).innerText()).toBe("Two letters at least");
  expect(await field(page, "E-mail").getAttribute("aria-invalid")).toBeNull();
  expect(await accessibilityViolations(page)).toEqual([]);
  await field(page, "Name").fill("Ada");
  await page.getByRole("slider", { name: "Speed" }).press("Home");
  await page.getByRole("checkbox", { name: "I know the rules" }).click();
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.getByText("Welcome, Ada, at 0 knots.").waitFor();
  expect(await field(page, "Name").getAttribute("aria-invalid")).toBeNull();
  expect(await page.getByText("Two letters at least").count()).toBe(0);
});

test("[F4] [F5] a live form shows its fields while it is filled in; what must be filled in is told at the fields, and to whoever listens", async ({
  open,
}) => {
  const page = await open();
  await page.getByRole("combobox", { name: "What" }).click();
  await page.getByRole("option", { name: "something else" }).click();
  await field(page, "Which").waitFor();
  await idle(page);
  await page.getByRole("button", { name: "Report" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "Please check: Which, I was there" });
  await alert.waitFor();
  expect(await field(page, "Which").evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await field(page, "Which").getAttribute("aria-invalid")).toBe("true");
  const message = await field(page, "Which").getAttribute("aria-describedby");
  expect(await page.locator(`[id="${message}"]`).innerText()).toBe("Required");
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.type("ab");
  expect(await page.getByRole("form").or(page.locator("form")).getByText("Required").count()).toBe(1);
  await page.keyboard.press("Enter");
  await page.getByText("3 characters at least").waitFor();
  await field(page, "Which").fill("the lighthouse keeper's cat");
  await page.getByText("So long a name?").waitFor();
  await page.getByText("damaged: a rope, not reported").waitFor();
  await page.getByRole("switch", { name: "Lamp" }).click();
  await page.getByText("lit in run 2").waitFor();
  expect(await field(page, "Which").inputValue()).toBe("the lighthouse keeper's cat");
  await page.getByRole("checkbox", { name: "I was there" }).click();
  await page.getByRole("button", { name: "Report" }).click();
  await page.getByText("damaged: the lighthouse keeper's cat, reported").waitFor();
  await field(page, "Which").waitFor({ state: "detached" });
  expect(await alert.count()).toBe(0);
});

test("a button below a field that complains when it is left is pressed by the click that leaves it", async ({ open }) => {
  const page = await open();
  await page.setViewportSize({ width: 1200, height: 2400 });
  await field(page, "E-mail").fill("first");
  const complaint = page.getByText("This is no mail address");
  const lamp = page.getByRole("switch", { name: "Lamp" });
  const box = (await lamp.boundingBox()) ?? { x: 0, y: 0 };
  // At the upper edge: a line more above it would move it away.
  await page.mouse.move(box.x + 5, box.y + 2);
  await page.mouse.down();
  expect(await complaint.count()).toBe(0);
  await page.mouse.up();
  await page.getByText("lit in run 2").waitFor();
  await complaint.waitFor();
  expect((await lamp.boundingBox())?.y).toBeGreaterThan(box.y + 5);
});

test("a form is used with the keyboard alone, and keeps the focus where it was", async ({ open }) => {
  const page = await open();
  await field(page, "Note").focus();
  await page.keyboard.type("Gate 4");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Ordered 10 t for North quay, at once. Gate 4").waitFor();
  expect(await page.getByRole("button", { name: "Order", exact: true }).evaluate((button) => button === document.activeElement)).toBe(true);
});
