import type { Page } from '@playwright/test';
import { FormPart } from './form-part.ts';

/** What may be started, and the form that starts it. */
export class StartPage {
  readonly page: Page;
  readonly form: FormPart;

  constructor(page: Page) {
    this.page = page;
    this.form = new FormPart(page);
  }

  async open(process: string): Promise<void> {
    await this.page.goto('/start');
    await this.page.getByRole('link', { name: process }).click();
    await this.form.ready();
  }

  /** @returns the key of the process instance */
  async submit(label: string): Promise<string> {
    await this.page.getByRole('button', { name: label, exact: true }).click();
    await this.page.waitForURL(/\/instances\/\d+$/);
    return this.page.url().split('/').at(-1) ?? '';
  }
}
