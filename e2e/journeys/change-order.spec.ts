import { expectAccessible } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/journey.ts';
import { assess, assessments, openTaskOf, requestDocumentChange } from '../pages/change-order.ts';
import { InstancePage } from '../pages/instance-page.ts';

test('a change order goes from its request through every hand to its end', async ({ as }) => {
  test.setTimeout(300_000);
  const title = `Typing error in SOP-014 (${Date.now()})`;
  const originator = await as('originator');
  const key = await requestDocumentChange(originator, title);
  const instance = new InstancePage(originator);
  await expect(instance.next).toContainText(['Screen the request']);
  await expect(instance.element('Task_Screen')).toHaveClass(/lw-active/);

  const analyst = await as('change-analyst');
  const screening = await openTaskOf(analyst, 'Screen the request', title);
  await expectAccessible(analyst);
  await screening.outcome('Reject').click();
  await expect(screening.faults).toHaveText(['Give a reason.']);
  await screening.finish('Accept');

  for (const userId of Object.keys(assessments)) await assess(await as(userId), userId, title);

  const confirming = await openTaskOf(analyst, 'Confirm class and approvers', title);
  await expect(confirming.record).toContainText('Approval matrix');
  await confirming.finish('Confirm');

  const documents = await as('doc-control');
  for (const approver of [documents, await as('qa-engineer')]) {
    const deciding = await openTaskOf(approver, 'Decide on the change', title);
    await expectAccessible(approver);
    await deciding.finish('Approve');
  }

  const planning = await openTaskOf(await as('implementer'), 'Plan the implementation', title);
  await planning.form.addRow('Add a row');
  const planned = planning.form.row(0);
  await planned.choose('Type', 'Document revision');
  await planned.fill('Task', 'Correct SOP-014');
  await planned.choose('Owner', 'Document control');
  await planned.choose('Site', 'Suzhou');
  await planned.fill('Due', '2099-03-20');
  await planned.fill('Evidence expected', 'New revision');
  await planning.finish('Start the implementation');

  const implementing = await openTaskOf(documents, 'Carry out the task', title);
  await implementing.form.fill('What was done', 'Step 7 now names F-114.');
  await implementing.form.root.locator('.formio-component-evidence input').fill('SOP-014 rev. D');
  await implementing.finish('Done');

  const verifying = await openTaskOf(await as('verifier'), 'Verify the implementation', title);
  await verifying.form.row(0).choose('Result', 'Pass');
  await verifying.form.fill('Training done, per cent', '100');
  await verifying.finish('All verified');

  const effectivity = await openTaskOf(documents, 'Set effectivity', title);
  await effectivity.form.tick('The next build', 'Effective from');
  await effectivity.finish('Set');

  const releasing = await openTaskOf(await as('qa-manager'), 'Release the change', title);
  await releasing.form.tick('Record complete, evidence seen');
  await releasing.finish('Release');

  const activating = await openTaskOf(documents, 'Activate the new revisions', title);
  await activating.form.tick('New revisions are active');
  await activating.form.tick('Old revisions are obsolete');
  await activating.form.fill('Took effect on', '2026-01-05');
  await activating.finish('Done');

  await instance.open(key);
  await expect(instance.state).toHaveText('Completed');
  await expect(instance.record.filter({ hasText: 'Decide on the change' }).filter({ hasText: 'Approved' })).toHaveCount(2);
  await expectAccessible(originator);
});
