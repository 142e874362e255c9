import type { Page } from '@playwright/test';
import { InboxPage } from './inbox-page.ts';
import { StartPage } from './start-page.ts';
import { TaskPage } from './task-page.ts';

const rationale = 'Nothing but the text of a procedure changes.';

/** Fills in the form of a change that corrects a document only, and sends it. @returns the key of its process instance */
export async function requestDocumentChange(page: Page, title: string): Promise<string> {
  const start = new StartPage(page);
  await start.open('Engineering change order');
  await start.form.fill('Title', title);
  await start.form.choose('Reason for the change', 'Error');
  await start.form.fill('Description', 'Step 7 of the procedure names the wrong form.');
  await start.form.tick('Document only', 'What changes');
  await page.locator('.formio-component-products input').fill('All');
  await start.form.tick('China', 'Markets');
  await start.form.tick('Suzhou', 'Sites');
  return start.submit('Submit the request');
}

/** Opens somebody's task on a change. */
export async function openTaskOf(page: Page, name: string, title: string): Promise<TaskPage> {
  const inbox = new InboxPage(page);
  await inbox.open();
  await inbox.openTask(name, title);
  const task = new TaskPage(page);
  await task.form.ready();
  return task;
}

/** The five assessments of a change that changes nothing but a document, by account. */
export const assessments: Readonly<Record<string, { readonly task: string; readonly fill: (task: TaskPage) => Promise<void> }>> = {
  'qa-engineer': { task: 'Assess quality impact', fill: async () => undefined },
  ra: {
    task: 'Assess regulatory impact',
    fill: async ({ form }) => {
      await form.row(0).choose('Outcome', 'None');
      await form.row(0).fill('Basis', 'No registered item changes.');
    },
  },
  manufacturing: { task: 'Assess manufacturing impact', fill: async () => undefined },
  purchasing: { task: 'Assess purchasing impact', fill: async ({ form }) => form.choose('Stock decision', 'Use up') },
  risk: { task: 'Assess risk', fill: async ({ form }) => form.tick('No change', 'Risk file') },
};

export async function assess(page: Page, userId: string, title: string): Promise<void> {
  const { task: name, fill } = assessments[userId] ?? { task: '', fill: async () => undefined };
  const task = await openTaskOf(page, name, title);
  await task.form.tick('No impact', 'Impact');
  await fill(task);
  await task.form.fill('Rationale', rationale);
  await task.finish('Submit the assessment');
}
