import { readBinding } from '../extensions/binding.ts';
import type { ElementReader } from './element-reader.ts';

export const readCallActivity: ElementReader<'call activity'> = ({ file, xml, extensions }) => {
  const called = extensions.zeebe('calledElement');
  const { processId, propagateAllChildVariables, propagateAllParentVariables } = called
    ? extensions.attributes(called, 'processId', 'propagateAllChildVariables', 'propagateAllParentVariables', 'bindingType', 'versionTag')
    : {};
  if (!processId) file.refuse(xml, 'missing-called-element', 'A call activity needs the id of a process (zeebe:calledElement).');
  return {
    type: 'call activity',
    processId: processId ?? '',
    binding: called ? readBinding(extensions, called) : { type: 'latest' },
    propagateAllChildVariables: propagateAllChildVariables !== 'false',
    propagateAllParentVariables: propagateAllParentVariables !== 'false',
  };
};
