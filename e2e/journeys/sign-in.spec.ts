import { expectAccessible } from '../fixtures/axe.ts';
import { expect, phone, test } from '../fixtures/journey.ts';

test('somebody signs in with name and password', async ({ signInPage, page }) => {
  await signInPage.open();
  await signInPage.signIn('originator', 'originator');
  await expect(signInPage.password).toBeHidden();
  expect((await (await page.request.get('/v2/loopwright/session')).json()).userId).toBe('originator');
});

test('a demo account is one click away', async ({ signInPage, page }) => {
  await signInPage.open();
  await signInPage.demoAccount('qa-manager').click();
  await expect(signInPage.password).toBeHidden();
  expect((await (await page.request.get('/v2/loopwright/session')).json()).userId).toBe('qa-manager');
});

for (const [language, wrong] of [
  ['en', 'Name or password is wrong'],
  ['zh-CN', '用户名或密码错误'],
] as const) {
  test.describe(language, () => {
    test.use({ language });

    test('a wrong password is refused, and the page can be used by everybody', async ({ signInPage, page }) => {
      await signInPage.open();
      await expectAccessible(page);
      await signInPage.signIn('nobody-of-that-name', 'guessed');
      await expect(page.getByText(wrong, { exact: true })).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test.describe('on a phone', () => {
  test.use(phone);

  test('the page fits', async ({ signInPage, page }) => {
    await signInPage.open();
    const { scrolls, screen } = await page.evaluate(() => ({ scrolls: document.documentElement.scrollWidth, screen: window.innerWidth }));
    expect(scrolls).toBeLessThanOrEqual(screen);
    await expectAccessible(page);
  });
});
