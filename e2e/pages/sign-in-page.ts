import type { Locator, Page } from '@playwright/test';

/** Name and password, the language, and in a demo tenant the accounts. */
export class SignInPage {
  readonly page: Page;
  readonly userId: Locator;
  readonly password: Locator;
  readonly submit: Locator;

  constructor(page: Page) {
    this.page = page;
    this.userId = page.locator('input[name=username]');
    this.password = page.locator('input[name=password]');
    this.submit = page.locator('form button[type=submit]');
  }

  async open(): Promise<void> {
    await this.page.goto('/');
    await this.userId.waitFor();
  }

  async signIn(userId: string, password: string): Promise<void> {
    await this.userId.fill(userId);
    await this.password.fill(password);
    await this.submit.click();
  }

  demoAccount(userId: string): Locator {
    return this.page.locator('.demo-account').filter({ has: this.page.getByText(userId, { exact: true }) });
  }
}
