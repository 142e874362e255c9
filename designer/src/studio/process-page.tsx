import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ProcessDefinition } from '@loopwright/engine/contract';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { processDefinitionQuery, processVersionsQuery } from '../api/definitions.ts';
import { asFailure } from '../api/problem.ts';
import { ModelerView, type ModelerHandle } from '../canvas/modeler-view.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { templateOf } from './files/templates.ts';
import { useEditing } from './use-editing.ts';

const route = getRouteApi('/design/processes/$processDefinitionKey');

/** A process in bpmn-js, with its properties beside it. */
export function ProcessPage() {
  const { processDefinitionKey } = route.useParams();
  const isNew = processDefinitionKey === 'new';
  const { data, error, refetch } = useQuery({ ...processDefinitionQuery(processDefinitionKey), enabled: !isNew });
  if (isNew) return <ProcessEditor key="new" definition={null} text={templateOf('processes', 'new-process')} />;
  if (data) return <ProcessEditor key={processDefinitionKey} definition={data.definition} text={data.xml} />;
  return <div className="page">{error ? <FailureNotice failure={asFailure(error)} onRetry={() => void refetch()} /> : <SkeletonRows rows={4} />}</div>;
}

interface ProcessEditorProps {
  readonly definition: ProcessDefinition | null;
  readonly text: string;
}

function ProcessEditor({ definition, text }: ProcessEditorProps) {
  const { t } = useTranslation('design');
  const navigate = route.useNavigate();
  const modeler = useRef<ModelerHandle>(null);
  const save = async (): Promise<string | null> => (await modeler.current?.save()) ?? null;
  const editing = useEditing({ kind: 'processes', definitionKey: definition?.processDefinitionKey ?? 'new', fileName: definition?.resourceName ?? 'new-process.bpmn', text, save });
  const open = (processDefinitionKey: string): void => void navigate({ to: '/design/processes/$processDefinitionKey', params: { processDefinitionKey } });
  return (
    <EditorFrame
      kind="processes"
      title={definition === null ? t('new.processes') : (definition.name ?? definition.processDefinitionId)}
      version={definition && <VersionChoice definition={definition} onChoose={open} />}
      editing={editing}
      save={save}
      onSelectFinding={(elementId) => modeler.current?.select(elementId)}
      onDeployed={({ deployments }) => {
        const deployed = deployments.find(({ processDefinition }) => processDefinition?.resourceName === editing.fileName)?.processDefinition;
        if (deployed) open(deployed.processDefinitionKey);
      }}
    >
      <ModelerView key={editing.opening.turn} ref={modeler} bpmn={editing.opening.text} findings={editing.findings} onChange={editing.onChange} onOpen={editing.onOpen} />
    </EditorFrame>
  );
}

function VersionChoice({ definition, onChoose }: { readonly definition: ProcessDefinition; readonly onChoose: (processDefinitionKey: string) => void }) {
  const { t } = useTranslation('design');
  const { data } = useQuery(processVersionsQuery(definition.processDefinitionId));
  const versions = data?.items ?? [definition];
  return (
    <select className="version-choice" aria-label={t('version')} value={definition.processDefinitionKey} onChange={({ target }) => onChoose(target.value)}>
      {versions.map(({ processDefinitionKey, version, versionTag }) => (
        <option key={processDefinitionKey} value={processDefinitionKey}>
          {t('versionOf', { version: versionTag === null ? version : `${version} (${versionTag})` })}
        </option>
      ))}
    </select>
  );
}
