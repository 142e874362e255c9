import { expectAccessible } from '../fixtures/axe.ts';
import { expect, phone, test, type Language } from '../fixtures/journey.ts';

/** Pages by the address under which each is found, and somebody who may open it. */
const pages = [
  ['/inbox', 'qa-manager'],
  ['/start', 'originator'],
  ['/requests', 'originator'],
  ['/instances', 'operator'],
  ['/incidents', 'operator'],
  ['/design', 'process-owner'],
  ['/audit', 'auditor'],
] as const;

for (const language of ['en', 'zh-CN'] satisfies Language[]) {
  test.describe(language, () => {
    test.use({ language });
    for (const [path, userId] of pages) {
      test(`${path} opens for ${userId} and can be used by everybody`, async ({ as }) => {
        const page = await as(userId);
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expectAccessible(page);
      });
    }
  });
}

test.describe('on a phone', () => {
  test.use(phone);
  for (const [path, userId] of pages) {
    test(`${path} fits`, async ({ as }) => {
      const page = await as(userId);
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const { scrolls, screen } = await page.evaluate(() => ({ scrolls: document.documentElement.scrollWidth, screen: window.innerWidth }));
      expect(scrolls).toBeLessThanOrEqual(screen);
    });
  }
});
