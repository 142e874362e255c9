import type { Locator, Page } from '@playwright/test';

/** A form on a page, filled in by its labels. Words are given in the language of the page. */
export class FormPart {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page, root: Locator = page.locator('.lw-form')) {
    this.page = page;
    this.root = root;
  }

  async ready(): Promise<void> {
    await this.page.locator('.lw-form[data-ready=true]').waitFor();
  }

  field(label: string): Locator {
    return this.root.getByLabel(label, { exact: true }).or(this.root.getByLabel(`${label}*`, { exact: true }));
  }

  async fill(label: string, text: string): Promise<void> {
    await this.field(label).fill(text);
  }

  async choose(label: string, option: string): Promise<void> {
    await this.field(label).selectOption({ label: option });
  }

  /** Ticks a box or one of several. */
  async tick(label: string, group?: string): Promise<void> {
    const within = group === undefined ? this.root : this.root.getByRole('radiogroup', { name: group }).or(this.root.getByRole('group', { name: group, exact: true }));
    await within.getByLabel(label, { exact: true }).or(within.getByLabel(`${label}*`, { exact: true })).check();
  }

  /** The row of a table that can be changed, filled in by the names of its columns. */
  row(index: number): FormPart {
    return new FormPart(this.page, this.root.locator('.lw-grid:not([data-shown] .lw-grid) tbody tr').nth(index));
  }

  async addRow(words: string): Promise<void> {
    await this.root.getByRole('button', { name: `+ ${words}` }).click();
  }
}
