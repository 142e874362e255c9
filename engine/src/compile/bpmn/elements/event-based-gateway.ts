import type { ElementReader } from './element-reader.ts';

export const readEventBasedGateway: ElementReader<'event-based gateway'> = ({ file, xml }) => {
  const { instantiate, eventGatewayType = 'Exclusive' } = xml.attributes;
  if (instantiate === 'true' || eventGatewayType !== 'Exclusive') file.refuse(xml, 'unsupported-event-gateway', 'An event-based gateway that starts an instance, or waits for all its events, is not executed.');
  return { type: 'event-based gateway' };
};
