import type { MultiInstanceModel } from '../../../kernel/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import { bpmnChild, type BpmnFile } from '../bpmn-file.ts';
import { Extensions } from './extensions.ts';

/** `bpmn:multiInstanceLoopCharacteristics`, or null where an activity runs once. */
export function readMultiInstance(file: BpmnFile, activity: XmlElement): MultiInstanceModel | null {
  const element = bpmnChild(activity, 'multiInstanceLoopCharacteristics');
  if (!element) return null;
  const elementId = activity.attributes['id'];
  const extensions = new Extensions(file, element);
  const loop = extensions.zeebe('loopCharacteristics');
  for (const child of element.children) {
    if (child.name === 'extensionElements' || child.name === 'completionCondition' || child.name === 'documentation') continue;
    file.refuse(child, 'unsupported-loop', `'${child.name}' of a multi-instance activity is not executed; give it an input collection (zeebe:loopCharacteristics).`, elementId);
  }
  const { behavior = 'All', isSequential } = element.attributes;
  if (behavior !== 'All') file.refuse(element, 'unsupported-loop', `The behaviour '${behavior}' of a multi-instance activity is not executed.`, elementId);
  const attributes = loop ? extensions.attributes(loop, 'inputCollection', 'inputElement', 'outputCollection', 'outputElement') : {};
  const { inputCollection, inputElement, outputCollection, outputElement } = attributes as Record<string, string | undefined>;
  if (!inputCollection) file.refuse(element, 'missing-input-collection', 'A multi-instance activity needs an input collection.', elementId);
  if (Boolean(outputCollection) !== Boolean(outputElement)) {
    file.refuse(element, 'incomplete-output-collection', 'Output collection and output element of a multi-instance activity belong together; one of them is missing.', elementId);
  }
  const completionCondition = bpmnChild(element, 'completionCondition')?.text.trim();
  extensions.finish();
  return {
    ...(isSequential === 'true' && { sequential: true }),
    inputCollection: inputCollection ?? '',
    ...(inputElement && { inputElement }),
    ...(outputCollection && { outputCollection }),
    ...(outputElement && { outputElement }),
    ...(completionCondition && { completionCondition }),
  };
}
