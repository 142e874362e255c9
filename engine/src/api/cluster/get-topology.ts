import type { Verb } from '../verb.ts';

/** One node with one partition: how many there are behind a proxy is nothing that a client acts on. */
export const getTopology: Verb<'getTopology'> = async ({ settings }) => ({
  brokers: [{ nodeId: 0, host: 'loopwright', port: 0, partitions: [{ partitionId: 1, role: 'leader', health: 'healthy' }], version: settings.version }],
  clusterId: null,
  clusterSize: 1,
  partitionsCount: 1,
  replicationFactor: 1,
  gatewayVersion: settings.version,
  lastCompletedChangeId: '-1',
  notice: settings.notice,
});
