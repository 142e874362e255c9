import { readBinding } from '../extensions/binding.ts';
import { readJob } from '../extensions/job.ts';
import type { ElementReader } from './element-reader.ts';

export const readBusinessRuleTask: ElementReader<'business rule task'> = ({ file, xml, extensions }) => {
  const job = readJob(extensions);
  const called = extensions.zeebe('calledDecision');
  if (job && called) file.refuse(xml, 'ambiguous-decision', 'A business rule task has either a decision (zeebe:calledDecision) or a task definition, not both.');
  if (job) return { type: 'business rule task', work: { type: 'job', job } };
  const { decisionId, resultVariable } = called ? extensions.attributes(called, 'decisionId', 'resultVariable', 'bindingType', 'versionTag') : {};
  if (!decisionId) file.refuse(xml, 'missing-decision', 'A business rule task needs a decision (zeebe:calledDecision) or a task definition.');
  else if (!resultVariable) file.refuse(xml, 'missing-result-variable', 'A business rule task needs a result variable.');
  const binding = called ? readBinding(extensions, called) : { type: 'latest' as const };
  return { type: 'business rule task', work: { type: 'decision', decisionId: decisionId ?? '', binding, resultVariable: resultVariable ?? '' } };
};
