import type { LinkModel } from '../../../kernel/index.ts';
import { idOf } from '../elements/element-reader.ts';
import type { TriggerReader } from './read-trigger.ts';

export const readLink: TriggerReader<LinkModel> = (reading, definition) => {
  const { name } = definition.attributes;
  if (!name) reading.file.refuse(definition, 'missing-link-name', 'A link event needs a name.', idOf(reading));
  return { type: 'link', name: name ?? '' };
};
