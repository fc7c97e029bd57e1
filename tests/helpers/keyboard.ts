import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** More keys than anybody would press to get somewhere: then it cannot be reached. */
const patience = 250

/** Asked of what is there now, without waiting: an open list hides the rest of the page from those who look for it. */
const hasFocus = (target: Locator): Promise<boolean> => target.evaluateAll((elements) => elements[0]?.matches(':focus') ?? false)

/** Presses `key` until the target has the focus, as somebody without a mouse does. */
async function pressUntilFocused(page: Page, key: string, target: Locator): Promise<void> {
  const one = target.first()
  await one.waitFor({ state: 'attached' })
  for (let count = 0; count < patience; count++) {
    if (await hasFocus(one)) return
    await page.keyboard.press(key)
  }
  expect.fail(`${String(target)} cannot be reached by ${key}`)
}

export const tabTo = (page: Page, target: Locator): Promise<void> => pressUntilFocused(page, 'Tab', target)

/** Goes to a control by Tab and presses a key there. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** Goes to a field by Tab and types over what is in it. */
export async function write(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

/** Finds a language by typing its name, and takes the first that is offered. */
export async function pickLanguage(page: Page, target: Locator, name: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.type(name)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('listitem').filter({ hasText: name }).waitFor()
}

/** Chooses what begins with `name` in a field that offers a list. */
export async function chooseOption(page: Page, field: Locator, name: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

/** Opens the menu of a button and takes an entry. */
export async function chooseFromMenu(page: Page, button: Locator, entry: Locator): Promise<void> {
  await press(page, button)
  await pressUntilFocused(page, 'ArrowDown', entry)
  await page.keyboard.press('Enter')
}

/** Opens a file chooser from its field, and gives it a file. */
export async function chooseFile(page: Page, field: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  // Waited for from the start: the browser must know that its chooser goes to the test before the key comes.
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, field, 'Space')])
  await chooser.setFiles(file)
}
