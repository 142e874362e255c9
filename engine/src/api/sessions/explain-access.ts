import { accessActions, accessSubjects, type AccessAction, type AccessSubject } from '../../contract/index.ts';
import { abilityFor, explainAccess as explain, type Ability, type Attributes } from '../../policy/index.ts';
import { findAccount, findProcessDefinition, type Tx } from '../../store/index.ts';
import { attributesOf } from '../access/authenticate.ts';
import { weighProcessInstance } from '../access/attributes-of-instance.ts';
import { weighUserTask } from '../access/attributes-of-task.ts';
import { found } from '../access/found.ts';
import { mustBeAllowed } from '../access/must-be-allowed.ts';
import { Problem } from '../http/problem.ts';
import type { Verb } from '../verb.ts';

/** Everybody may ask about themselves; about others, who reads the audit trail. */
export const explainAccess: Verb<'explainAccess'> = async ({ store, tenantOf }, { caller, query }) => {
  if (query.userId !== undefined && query.userId !== caller.actor.id) mustBeAllowed(caller, 'read', 'audit log');
  const action = known(accessActions, query.action, 'action');
  const subject = known(accessSubjects, query.subject, 'subject');
  return store.inTenant(caller.tenantId, async (tx) => {
    const ability = query.userId === undefined ? caller.ability : await abilityOfOther(tx, query.userId);
    const { allowed, because, rules } = explain(ability, action, subject, query.key === undefined ? undefined : await weigh(tx, ability, subject, query.key));
    return { allowed, because, rules: [...rules] };
  });

  async function abilityOfOther(tx: Tx, userId: string): Promise<Ability> {
    const account = found('user', userId, await findAccount(tx, userId));
    const tenant = found('tenant', caller.tenantId, tenantOf(caller.tenantId));
    return abilityFor({ id: userId, groups: account.groups, roles: account.roles, attributes: attributesOf(tenant, userId) }, tenant.roles);
  }
};

async function weigh(tx: Tx, ability: Ability, subject: AccessSubject, key: string): Promise<Attributes> {
  switch (subject) {
    case 'user task':
      return (await weighUserTask(tx, ability, key)).attributes;
    case 'process instance':
      return (await weighProcessInstance(tx, ability, key)).attributes;
    case 'process definition':
      return { processId: found('process definition', key, await findProcessDefinition(tx, key)).processDefinitionId };
    default:
      throw new Problem('invalid-request', `A key can be given for user tasks, process instances and process definitions, not for: ${subject}.`, { errors: [{ path: 'key', message: `has no meaning for ${subject}` }] });
  }
}

function known<Word extends AccessAction | AccessSubject>(words: readonly Word[], word: string, name: string): Word {
  const found = words.find((one) => one === word);
  if (found === undefined) throw new Problem('invalid-request', `${word} is no ${name}.`, { errors: [{ path: name, message: `must be one of ${words.join(', ')}` }] });
  return found;
}
