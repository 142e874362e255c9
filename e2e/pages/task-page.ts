import type { Locator, Page } from '@playwright/test';
import { FormPart } from './form-part.ts';

/** A task: its form, its outcomes, and the record beside it. */
export class TaskPage {
  readonly page: Page;
  readonly form: FormPart;
  readonly record: Locator;
  readonly done: Locator;
  readonly faults: Locator;

  constructor(page: Page) {
    this.page = page;
    this.form = new FormPart(page);
    this.record = page.locator('.record');
    this.done = page.locator('.task-done');
    this.faults = page.locator('.fault-list li');
  }

  outcome(label: string): Locator {
    return this.page.locator('.outcome-bar').getByRole('button', { name: label, exact: true });
  }

  /** Finishes the task by an outcome and waits until that is recorded. */
  async finish(label: string): Promise<void> {
    await this.outcome(label).click();
    await this.done.waitFor();
  }
}
