import type { Locator, Page } from '@playwright/test';

/** A process instance on its drawing, with who is next and the record. */
export class InstancePage {
  readonly page: Page;
  readonly state: Locator;
  readonly next: Locator;
  readonly record: Locator;

  constructor(page: Page) {
    this.page = page;
    this.state = page.locator('.instance-lead .badge');
    this.next = page.locator('.instance-next li');
    this.record = page.locator('.record > li');
  }

  async open(processInstanceKey: string): Promise<void> {
    await this.page.goto(`/instances/${processInstanceKey}`);
    await this.page.locator('.lw-drawing[data-ready=true]').waitFor();
  }

  /** An element of the drawing. */
  element(elementId: string): Locator {
    return this.page.locator(`.djs-element[data-element-id="${elementId}"]`);
  }
}
