import { EditOutlined, FolderOpenOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { App, Button, Segmented } from 'antd';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { decisionDefinitionsQuery, formsQuery, processDefinitionsQuery } from '../api/definitions.ts';
import { asFailure } from '../api/problem.ts';
import { useSession } from '../session/use-session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { keepDesign, type FileKind } from './files/design-drafts.ts';
import { kindOfContent, nameFor } from './files/file-kinds.ts';
import './studio.css';

const route = getRouteApi('/design');
const kinds = ['processes', 'decisions', 'forms'] as const;

/** Everything that is deployed, each in its latest version. */
export function DefinitionsPage() {
  const { t } = useTranslation('design');
  const { message } = App.useApp();
  const { tenantId, userId, ability } = useSession();
  const { kind } = route.useSearch();
  const navigate = route.useNavigate();
  const chooser = useRef<HTMLInputElement>(null);
  const openNew = (of: FileKind): void => {
    if (of === 'processes') void navigate({ to: '/design/processes/$processDefinitionKey', params: { processDefinitionKey: 'new' } });
    else if (of === 'decisions') void navigate({ to: '/design/decisions/$decisionDefinitionKey', params: { decisionDefinitionKey: 'new' } });
    else void navigate({ to: '/design/forms/$formKey', params: { formKey: 'new' } });
  };
  const openFile = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const text = await file.text();
    const found = kindOfContent(text);
    if (found === null) return void message.error(t('unknownFile'));
    keepDesign({ tenantId, userId, kind: found, key: 'new' }, { text, fileName: nameFor(found, file.name), at: new Date().toISOString() });
    openNew(found);
  };
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <input ref={chooser} type="file" accept=".bpmn,.dmn,.xml,.json,.form" hidden aria-label={t('open')} onChange={({ target }) => void openFile(target.files?.[0]).finally(() => (target.value = ''))} />
            <Button icon={<FolderOpenOutlined />} onClick={() => chooser.current?.click()}>
              {t('open')}
            </Button>
            {ability.can('deploy', 'deployment') && (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => openNew(kind)}>
                {t(`new.${kind}`)}
              </Button>
            )}
          </>
        }
      />
      <Segmented
        className="design-kinds"
        aria-label={t('kind')}
        value={kind}
        onChange={(next) => void navigate({ search: { kind: next }, replace: true })}
        options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      {kind === 'processes' && <Processes />}
      {kind === 'decisions' && <Decisions />}
      {kind === 'forms' && <Forms />}
    </div>
  );
}

interface Row {
  readonly key: string;
  readonly link: ReactNode;
  readonly id: string;
  readonly version: string;
  readonly file: string;
}

function Processes() {
  const { t } = useTranslation('design');
  const query = useQuery(processDefinitionsQuery);
  const rows = query.data?.items.map(({ processDefinitionKey, processDefinitionId, name, version, versionTag, resourceName }) => ({
    key: processDefinitionKey,
    link: (
      <Link to="/design/processes/$processDefinitionKey" params={{ processDefinitionKey }}>
        {name || processDefinitionId}
      </Link>
    ),
    id: processDefinitionId,
    version: versionTag === null ? String(version) : `${version} (${versionTag})`,
    file: resourceName,
  }));
  return <Rows rows={rows} error={query.error} onRetry={() => void query.refetch()} fileTitle={t('column.file')} />;
}

function Decisions() {
  const { t } = useTranslation('design');
  const query = useQuery(decisionDefinitionsQuery);
  const rows = query.data?.items.map(({ decisionDefinitionKey, decisionDefinitionId, name, version, decisionRequirementsName, decisionRequirementsId }) => ({
    key: decisionDefinitionKey,
    link: (
      <Link to="/design/decisions/$decisionDefinitionKey" params={{ decisionDefinitionKey }}>
        {name || decisionDefinitionId}
      </Link>
    ),
    id: decisionDefinitionId,
    version: String(version),
    file: decisionRequirementsName || decisionRequirementsId,
  }));
  return <Rows rows={rows} error={query.error} onRetry={() => void query.refetch()} fileTitle={t('column.requirements')} />;
}

function Forms() {
  const query = useQuery(formsQuery);
  const rows = query.data?.items.map(({ formKey, formId, version, title }) => ({
    key: formKey,
    link: (
      <Link to="/design/forms/$formKey" params={{ formKey }}>
        {title || formId}
      </Link>
    ),
    id: formId,
    version: String(version),
    file: '',
  }));
  return <Rows rows={rows} error={query.error} onRetry={() => void query.refetch()} fileTitle="" />;
}

interface RowsProps {
  readonly rows: readonly Row[] | undefined;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly fileTitle: string;
}

function Rows({ rows, error, onRetry, fileTitle }: RowsProps) {
  const { t } = useTranslation('design');
  if (error) return <FailureNotice failure={asFailure(error)} onRetry={onRetry} />;
  if (!rows) return <SkeletonRows rows={5} />;
  if (rows.length === 0) {
    return (
      <div className="card">
        <EmptyState icon={<EditOutlined />} title={t('empty.title')}>
          <p>{t('empty.advice')}</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="card scroll-x">
      <table className="grid-table grid-table-stacks">
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.id')}</th>
            <th scope="col">{t('version')}</th>
            {fileTitle !== '' && <th scope="col">{fileTitle}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, link, id, version, file }) => (
            <tr key={key}>
              <td className="definition-name">{link}</td>
              <td data-label={t('column.id')} className="code">
                {id}
              </td>
              <td data-label={t('version')} className="numbers">
                {version}
              </td>
              {fileTitle !== '' && <td data-label={fileTitle}>{file}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
