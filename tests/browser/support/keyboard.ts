import type { Locator, Page } from "playwright-core";

/** What no page of the console has more of between its top and its end. */
const MOST_STOPS = 250;

const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element.ownerDocument.activeElement === element);

/** Goes with Tab from wherever the focus is to an element, as somebody without a mouse does. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor({ state: "visible" });
  // Held as it was found: a list that opens on the way hides all else from its name.
  const element = await target.elementHandle();
  for (let stop = 0; element !== null && stop < MOST_STOPS; stop++) {
    if (await element.evaluate((found) => found.ownerDocument.activeElement === found)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The keyboard does not reach ${target}.`);
};

export const typeInto = async (page: Page, label: string | Locator, text: string): Promise<void> => {
  await tabTo(page, typeof label === "string" ? page.getByLabel(label, { exact: true }) : label);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
};

/** Chooses in a list by typing how the choice begins. */
export const chooseByTyping = async (page: Page, label: string | Locator, text: string): Promise<void> => {
  await tabTo(page, typeof label === "string" ? page.getByLabel(label, { exact: true }) : label);
  await page.keyboard.type(text);
};

/** One of several: Tab reaches the group, the arrows go through it. */
export const chooseOption = async (page: Page, group: string, option: string | RegExp): Promise<void> => {
  const radios = page.getByRole("group", { name: group }).getByRole("radio");
  const wanted = page
    .getByRole("group", { name: group })
    .getByRole("radio", { name: option, exact: typeof option === "string" });
  await wanted.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await radios.evaluateAll((all) => all.some((each) => each.ownerDocument.activeElement === each)))
      break;
    await page.keyboard.press("Tab");
  }
  for (let step = await radios.count(); step > 0 && !(await hasFocus(wanted)); step--)
    await page.keyboard.press("ArrowDown");
  if (!(await wanted.isChecked())) await page.keyboard.press("Space");
  if (!(await wanted.isChecked())) throw new Error(`The keyboard does not choose ${option}.`);
};

export const tick = async (page: Page, label: string | RegExp): Promise<void> => {
  const box = page.getByRole("checkbox", { name: label, exact: typeof label === "string" });
  await tabTo(page, box);
  await page.keyboard.press("Space");
  if (!(await box.isChecked())) throw new Error(`The keyboard does not tick ${label}.`);
};

/** What a person sees before the next key: the page as it is drawn after the one before. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");

/** Finds an entry by typing words or digits, goes to the one of this code, and takes it once it is seen to be marked. */
export const pick = async (
  page: Page,
  label: string | RegExp | Locator,
  text: string,
  code: string,
): Promise<void> => {
  const isName = typeof label === "string" || label instanceof RegExp;
  const field = isName ? page.getByRole("combobox", { name: label }) : label;
  const wanted = page.getByRole("option").filter({ has: page.getByText(code, { exact: true }) });
  await tabTo(page, field);
  await page.keyboard.type(text);
  try {
    await wanted.first().waitFor();
  } catch (error) {
    const there = await page.getByRole("option").count();
    throw new Error(`"${await field.inputValue()}" in the field shows ${there} options, none of ${code}.`, {
      cause: error,
    });
  }
  await drawn(page);
  const isMarked = async () =>
    (await field.getAttribute("aria-activedescendant")) === (await wanted.first().getAttribute("id"));
  for (let step = 0; step < MOST_STOPS && !(await isMarked()); step++) {
    await page.keyboard.press("ArrowDown");
    await drawn(page);
  }
  await page.keyboard.press("Enter");
  await drawn(page);
};

export const press = async (page: Page, button: string | RegExp): Promise<void> => {
  await tabTo(page, page.getByRole("button", { name: button, exact: typeof button === "string" }));
  await page.keyboard.press("Enter");
};

export const follow = async (page: Page, link: string | RegExp): Promise<void> => {
  await tabTo(page, page.getByRole("link", { name: link, exact: typeof link === "string" }).first());
  await page.keyboard.press("Enter");
};
