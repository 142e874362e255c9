import type { ResourceFinding } from '../../contract/index.ts';
import type { CompiledReferences } from '../../compile/index.ts';
import { findDecisionVersion, findFormVersion, findProcessVersion, type NewResource, type Tx } from '../../store/index.ts';
import type { TenantConfig } from '../../tenants/index.ts';
import type { CompiledUpload } from './compile-upload.ts';

type Noun = 'form' | 'decision' | 'process';
type Reference = CompiledReferences['forms'][number];

/** What the files say about each other and about what is deployed: nothing stands twice, and what is named exists. */
export async function checkReferences(tx: Tx, { resources, references }: CompiledUpload, tenant: TenantConfig | undefined): Promise<ResourceFinding[]> {
  const here = resources.flatMap(definitionsOf);
  const findings = here.filter((one, i) => here.findIndex((other) => sameDefinition(one, other)) < i).map((one) => finding(one.resourceName, one.id, 'error', 'defined-twice', `The ${one.noun} ${one.id} stands in another file of this deployment too.`));
  for (const { resourceName, references: named } of references) {
    for (const id of named.calendars) {
      if (tenant?.calendars.some((calendar) => calendar.id === id) === false) findings.push(finding(resourceName, null, 'error', 'unknown-calendar', `There is no calendar ${id}.`));
    }
    for (const [noun, list] of [['form', named.forms], ['decision', named.decisions], ['process', named.processes]] as const) {
      for (const reference of list) findings.push(...(await checkReference(tx, resourceName, noun, reference, here)));
    }
  }
  return findings;
}

interface Defined {
  readonly noun: Noun;
  readonly id: string;
  readonly versionTag: string | null;
  readonly resourceName: string;
}

function definitionsOf({ name: resourceName, processes, requirements, form }: NewResource): Defined[] {
  return [
    ...processes.map(({ processDefinitionId: id, versionTag }) => ({ noun: 'process' as const, id, versionTag, resourceName })),
    ...(requirements?.decisions ?? []).map(({ decisionDefinitionId: id, versionTag }) => ({ noun: 'decision' as const, id, versionTag, resourceName })),
    ...(form ? [{ noun: 'form' as const, id: form.formId, versionTag: form.versionTag, resourceName }] : []),
  ];
}

function sameDefinition(one: Defined, other: Defined): boolean {
  return one.noun === other.noun && one.id === other.id;
}

/** What is bound to the same deployment must be in it; what is missing elsewhere may come later, so it is only told. */
async function checkReference(tx: Tx, resourceName: string, noun: Noun, { elementId, id, binding }: Reference, here: readonly Defined[]): Promise<ResourceFinding[]> {
  const isHere = here.some((one) => one.noun === noun && one.id === id && (binding.type !== 'version tag' || one.versionTag === binding.versionTag));
  if (isHere) return [];
  if (binding.type === 'deployment') return [finding(resourceName, elementId, 'error', 'not-in-deployment', `The ${noun} ${id} is bound to this deployment, but is not among its files.`)];
  if (await isDeployed(tx, noun, id, binding)) return [];
  const tagged = binding.type === 'version tag' ? ` with the version tag ${binding.versionTag}` : '';
  return [finding(resourceName, elementId, 'warning', 'not-deployed', `The ${noun} ${id}${tagged} is not deployed yet. Until it is, there will be an incident here.`)];
}

async function isDeployed(tx: Tx, noun: Noun, id: string, binding: Reference['binding']): Promise<boolean> {
  const choice = { id, binding, from: '0' };
  const find = { form: findFormVersion, decision: findDecisionVersion, process: findProcessVersion }[noun];
  return (await find(tx, choice)) !== undefined;
}

function finding(resourceName: string, elementId: string | null, severity: ResourceFinding['severity'], code: string, message: string): ResourceFinding {
  return { resourceName, elementId, line: null, severity, code, message };
}
