import { defaultPayloadConverter, type Payload, type PayloadConverter, type SerializationContext } from '@temporalio/common';
import { inWorkflowContext } from '@temporalio/workflow';
import { shareDefinition, type Definitions } from '../workflow/definitions.ts';
import { bytesOf, encodings, hashesOf, metadata, metadataOf, textOf, unpackSections } from './payload-formats.ts';

interface Referring {
  readonly definitions?: Definitions;
}

/**
 * JSON, with one addition: the member `definitions` of a value is written as a list of hashes into the metadata, and comes back, on a worker,
 * with the definitions in it. Runs in the workflow sandbox as well as outside.
 */
export const payloadConverter: PayloadConverter = {
  toPayload<T>(value: T, context?: SerializationContext): Payload {
    if (value === undefined || value instanceof Uint8Array) return defaultPayloadConverter.toPayload(value);
    const { definitions } = (value ?? {}) as Referring;
    const hashes = Object.keys(definitions ?? {});
    const data = bytesOf(JSON.stringify(definitions ? { ...value, definitions: undefined } : value));
    const payload: Payload = { metadata: { [metadata.encoding]: bytesOf(encodings.json) }, data };
    if (hashes.length > 0) payload.metadata![metadata.definitions] = bytesOf(hashes.join(','));
    if (isLocalArgument(context)) payload.metadata![metadata.local] = bytesOf('1');
    return payload;
  },

  fromPayload<T>(payload: Payload): T {
    const encoding = metadataOf(payload, metadata.encoding);
    if (encoding === encodings.withDefinitions) return valueWithDefinitions(payload) as T;
    if (encoding !== encodings.json) return defaultPayloadConverter.fromPayload(payload);
    const value = JSON.parse(textOf(payload.data!)) as T;
    const hashes = hashesOf(payload);
    return hashes.length === 0 ? value : { ...value, definitions: Object.fromEntries(hashes.map((hash) => [hash, null])) };
  },
};

/** Inside the sandbox, what belongs to a local activity can only be its arguments; results are converted outside. */
const isLocalArgument = (context?: SerializationContext): boolean => context?.type === 'activity' && context.isLocal && inWorkflowContext();

function valueWithDefinitions(payload: Payload): unknown {
  const [json, ...texts] = unpackSections(payload.data!);
  const definitions: Record<string, unknown> = {};
  hashesOf(payload).forEach((hash, index) => (definitions[hash] = shareDefinition(hash, () => textOf(texts[index]!))));
  return { ...JSON.parse(textOf(json!)), definitions };
}
