import { expect, it } from 'vitest';
import { compileApart } from './compile-apart.ts';
import { compileUpload } from './compile-upload.ts';

const steps = Array.from({ length: 3000 }, (_, i) => `<bpmn:manualTask id="T${i}" name="${'n'.repeat(100)}" /><bpmn:sequenceFlow id="F${i + 1}" sourceRef="T${i}" targetRef="T${i + 1}" />`).join('\n');
const text = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="large" isExecutable="true">
  <bpmn:startEvent id="S" /><bpmn:sequenceFlow id="F0" sourceRef="S" targetRef="T0" />${steps}<bpmn:endEvent id="T3000" /></bpmn:process></bpmn:definitions>`;
const files = [{ name: 'large.bpmn', content: Buffer.from(text) }];

it('compiles a large upload to the same, while this thread goes on with other things', async () => {
  let turns = 0;
  const watch = setInterval(() => turns++, 1);
  const apart = await compileApart(files);
  clearInterval(watch);
  expect(turns).toBeGreaterThan(20);
  expect(apart).toEqual(compileUpload(files));
  expect(apart.resources[0]?.processes).toHaveLength(1);
}, 30_000);

it('compiles a small upload here', async () => {
  const small = [{ name: 'a.bpmn', content: Buffer.from('<oops') }];
  expect(await compileApart(small)).toEqual(compileUpload(small));
});
