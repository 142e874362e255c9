import type { Locator, Page } from '@playwright/test';

/** The inbox: views, search, and a row for each task. */
export class InboxPage {
  readonly page: Page;
  readonly rows: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.locator('.task-row');
    this.search = page.getByRole('searchbox');
  }

  async open(): Promise<void> {
    await this.page.goto('/inbox');
    await this.page.locator('.task-list, .nothing').first().waitFor();
  }

  /** The row of a task by its name and what it is about. */
  row(name: string, subject = ''): Locator {
    return this.rows.filter({ has: this.page.getByRole('link', { name, exact: true }) }).filter({ hasText: subject });
  }

  async openTask(name: string, subject = ''): Promise<void> {
    await this.row(name, subject).getByRole('link', { name, exact: true }).click();
  }
}
