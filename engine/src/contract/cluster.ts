import { z } from 'zod';
import { dateTime } from './keys.ts';
import { operation } from './operation.ts';

/** Camunda's topology, with one node and one partition, and our own notice about how durable the machinery behind it is. */
export const topology = z
  .object({
    brokers: z.array(
      z.object({
        nodeId: z.int(),
        host: z.string(),
        port: z.int(),
        partitions: z.array(z.object({ partitionId: z.int(), role: z.enum(['leader', 'follower', 'inactive']), health: z.enum(['healthy', 'unhealthy', 'dead']) })),
        version: z.string(),
      }),
    ),
    clusterId: z.string().nullable(),
    clusterSize: z.int(),
    partitionsCount: z.int(),
    replicationFactor: z.int(),
    gatewayVersion: z.string(),
    lastCompletedChangeId: z.string(),
    notice: z.string().nullable(),
  })
  .meta({ id: 'Topology' });

export const health = z.object({ status: z.enum(['up', 'down']), checks: z.record(z.string(), z.object({ status: z.enum(['up', 'down']), detail: z.string().nullable() })) }).meta({ id: 'Health' });

const tag = 'Cluster';

export const clusterOperations = {
  getTopology: operation({ id: 'getTopology', method: 'GET', path: '/v2/topology', tag, summary: 'What serves this address', reply: { status: 200, body: topology }, problems: [] }),
  getStatus: operation({ id: 'getStatus', method: 'GET', path: '/v2/status', tag, summary: 'Can work be done: 204, otherwise 503', reply: { status: 204, body: null }, problems: [], open: true }),
  getLicense: operation({
    id: 'getLicense', method: 'GET', path: '/v2/license', tag, summary: 'The licence', open: true, problems: [],
    reply: { status: 200, body: z.object({ validLicense: z.boolean(), licenseType: z.string(), isCommercial: z.boolean(), expiresAt: dateTime.nullable() }) },
  }),
  getLiveness: operation({ id: 'getLiveness', method: 'GET', path: '/health/live', tag, summary: 'The process runs', reply: { status: 200, body: health }, problems: [], open: true }),
  getReadiness: operation({ id: 'getReadiness', method: 'GET', path: '/health/ready', tag, summary: 'PostgreSQL and Temporal answer', reply: { status: 200, body: health }, problems: [], open: true }),
};
