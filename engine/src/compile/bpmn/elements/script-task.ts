import { readJob } from '../extensions/job.ts';
import type { ElementReader } from './element-reader.ts';

export const readScriptTask: ElementReader<'script task'> = ({ file, xml, extensions }) => {
  const job = readJob(extensions);
  const script = extensions.zeebe('script');
  if (job && script) file.refuse(xml, 'ambiguous-script', 'A script task has either a FEEL expression (zeebe:script) or a task definition, not both.');
  if (job) return { type: 'script task', work: { type: 'job', job } };
  const { expression, resultVariable } = script ? extensions.attributes(script, 'expression', 'resultVariable') : {};
  if (!expression) file.refuse(xml, 'missing-script', 'A script task needs a FEEL expression (zeebe:script) or a task definition; scripts in other languages are run by job workers.');
  else if (!resultVariable) file.refuse(xml, 'missing-result-variable', 'A script task needs a result variable.');
  return { type: 'script task', work: { type: 'expression', expression: expression ?? '', resultVariable: resultVariable ?? '' } };
};
