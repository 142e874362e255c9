import { parseArgs } from 'node:util';
import { withDatabaseAtHand } from '../main/database-at-hand.ts';
import { readSettings } from '../main/settings.ts';
import { listTenants, openSealKey, openStore, readLastSeal, verifyAudit, type AuditReport, type Store } from '../store/index.ts';
import { UsageError, type Verb } from './verb.ts';

export const auditVerify: Verb = {
  summary: 'check that the audit trail is as it was written',
  usage: `Usage: loopwright audit verify [options]

Reads every row, chain and seal of the audit trail and names each that was altered, removed, inserted or cut off.
Exit code 0: all is as it was written; 1: something is not, or could not be checked.

  --tenant <id>  this tenant only
  --json         the reports as JSON

  DATABASE_URL     the app's connection; otherwise the database under LOOPWRIGHT_HOME
  LOOPWRIGHT_KEYS  folder of the key that seals are signed with, and of the last seals (<home>/keys)`,
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { tenant: { type: 'string' }, json: { type: 'boolean' } } });
    const settings = readSettings();
    const reports = await withDatabaseAtHand(settings, async (url) => {
      const store = openStore({ url, poolSize: 2 });
      try {
        return await verifyTenants(store, await chosenTenants(store, values.tenant), settings.keysFolder);
      } finally {
        await store.close();
      }
    });
    if (values.json) console.log(JSON.stringify(reports, null, 2));
    else for (const report of reports) tell(report);
    return reports.every(({ findings }) => findings.length === 0) ? 0 : 1;
  },
};

async function chosenTenants(store: Store, asked: string | undefined): Promise<string[]> {
  const known = (await listTenants(store)).map(({ tenantId }) => tenantId);
  if (asked === undefined) return known;
  if (!known.includes(asked)) throw new UsageError(`There is no tenant ${asked}; there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}.`);
  return [asked];
}

async function verifyTenants(store: Store, tenantIds: readonly string[], keysFolder: string): Promise<AuditReport[]> {
  const key = openSealKey(keysFolder);
  const reports: AuditReport[] = [];
  for (const tenantId of tenantIds) reports.push(await verifyAudit(store, tenantId, { keys: [key], lastSeal: readLastSeal(keysFolder, tenantId) }));
  return reports;
}

function tell({ tenantId, rows, streams, seals, unsealedStreams, findings }: AuditReport): void {
  console.log(`${tenantId}: ${rows} rows in ${streams} chains, ${seals} seals${unsealedStreams > 0 ? `; ${unsealedStreams} chains have rows younger than the last seal` : ''}`);
  for (const { kind, message } of findings) console.log(`  ${kind.toUpperCase()}  ${message}`);
  console.log(findings.length === 0 ? '  all as it was written' : `  ${findings.length} findings: the trail is NOT as it was written`);
}
