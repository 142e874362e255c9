import type { Binding } from '../../../kernel/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import type { Extensions } from './extensions.ts';

/** `bindingType` with its `versionTag`: which version of another definition is meant. */
export function readBinding(extensions: Extensions, element: XmlElement): Binding {
  const { bindingType = 'latest', versionTag } = element.attributes;
  if (bindingType === 'latest' || bindingType === 'deployment') return { type: bindingType };
  if (bindingType !== 'versionTag') extensions.refuse(element, 'unknown-binding', `The binding '${bindingType}' is none of latest, deployment and versionTag.`);
  else if (!versionTag) extensions.refuse(element, 'missing-version-tag', 'The binding versionTag needs a versionTag.');
  return { type: 'version tag', versionTag: versionTag ?? '' };
}
