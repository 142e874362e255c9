import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { decisionDefinitionQuery } from '../api/definitions.ts';
import { asFailure } from '../api/problem.ts';
import { DecisionEditorView, type DecisionEditorHandle } from '../canvas/decision-editor-view.tsx';
import { Badge } from '../ui/badge.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { templateOf } from './files/templates.ts';
import { useEditing } from './use-editing.ts';

const route = getRouteApi('/design/decisions/$decisionDefinitionKey');

/** Decisions in dmn-js: the graph, tables and expressions of a file. */
export function DecisionPage() {
  const { decisionDefinitionKey } = route.useParams();
  const isNew = decisionDefinitionKey === 'new';
  const { data, error, refetch } = useQuery({ ...decisionDefinitionQuery(decisionDefinitionKey), enabled: !isNew });
  if (isNew) return <DecisionEditor key="new" definition={null} text={templateOf('decisions', 'new-decision')} />;
  if (data) return <DecisionEditor key={decisionDefinitionKey} definition={data.definition} text={data.xml} />;
  return <div className="page">{error ? <FailureNotice failure={asFailure(error)} onRetry={() => void refetch()} /> : <SkeletonRows rows={4} />}</div>;
}

interface DecisionEditorProps {
  readonly definition: { readonly decisionDefinitionId: string; readonly decisionDefinitionKey: string; readonly name: string; readonly version: number; readonly decisionRequirementsId: string } | null;
  readonly text: string;
}

function DecisionEditor({ definition, text }: DecisionEditorProps) {
  const { t } = useTranslation('design');
  const navigate = route.useNavigate();
  const editor = useRef<DecisionEditorHandle>(null);
  const save = async (): Promise<string | null> => (await editor.current?.save()) ?? null;
  const editing = useEditing({
    kind: 'decisions',
    definitionKey: definition?.decisionDefinitionKey ?? 'new',
    fileName: definition === null ? 'new-decision.dmn' : `${definition.decisionRequirementsId}.dmn`,
    text,
    save,
  });
  return (
    <EditorFrame
      kind="decisions"
      title={definition === null ? t('new.decisions') : definition.name}
      version={definition && <Badge>{t('versionOf', { version: definition.version })}</Badge>}
      editing={editing}
      save={save}
      onSelectFinding={(elementId) => void editor.current?.show(elementId)}
      onDeployed={({ deployments }) => {
        const deployed = deployments.map(({ decisionDefinition }) => decisionDefinition).filter((one) => one !== null);
        const next = deployed.find(({ decisionDefinitionId }) => decisionDefinitionId === definition?.decisionDefinitionId) ?? deployed[0];
        if (next) void navigate({ to: '/design/decisions/$decisionDefinitionKey', params: { decisionDefinitionKey: next.decisionDefinitionKey } });
      }}
    >
      <DecisionEditorView key={editing.opening.turn} ref={editor} dmn={editing.opening.text} decisionId={definition?.decisionDefinitionId ?? null} onChange={editing.onChange} onOpen={editing.onOpen} />
    </EditorFrame>
  );
}
