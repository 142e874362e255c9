import { CloudUploadOutlined, DownloadOutlined, FolderOpenOutlined, LeftOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deployment } from '../api/definitions.ts';
import { useSession } from '../session/use-session.ts';
import { Badge } from '../ui/badge.tsx';
import { useFormats } from '../ui/formats.ts';
import { Notice } from '../ui/notice.tsx';
import { usePageTitle } from '../ui/page-header.tsx';
import { DeployDialog } from './deploy-dialog.tsx';
import type { FileKind } from './files/design-drafts.ts';
import { downloadFile } from './files/download-file.ts';
import { fileKinds, kindOfContent, nameFor } from './files/file-kinds.ts';
import { FindingList } from './finding-list.tsx';
import type { Editing } from './use-editing.ts';
import './studio.css';

interface EditorFrameProps {
  readonly kind: FileKind;
  readonly title: string;
  readonly version: ReactNode;
  readonly editing: Editing;
  readonly save: () => Promise<string | null>;
  readonly onSelectFinding?: (elementId: string) => void;
  readonly onDeployed: (deployment: Deployment) => void;
  readonly children: ReactNode;
}

/** What stands around every editor: name and version, files in and out, deployment, and what is wrong below. */
export function EditorFrame({ kind, title, version, editing, save, onSelectFinding, onDeployed, children }: EditorFrameProps) {
  const { t } = useTranslation('design');
  const { message } = App.useApp();
  const { dateTime } = useFormats();
  const { ability } = useSession();
  const chooser = useRef<HTMLInputElement>(null);
  const [deploying, setDeploying] = useState<string | null>(null);
  usePageTitle(title);

  const openFile = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const text = await file.text();
    if (kindOfContent(text) !== kind) return void message.error(t(`wrongKind.${kind}`));
    editing.importText(text, nameFor(kind, file.name));
  };
  const exportFile = async (): Promise<void> => {
    const text = await save();
    if (text !== null) downloadFile(editing.fileName, text, fileKinds[kind].mediaType);
  };
  return (
    <div className="editor-page">
      <header className="editor-head">
        <Link to="/design" search={{ kind }} className="back-link" aria-label={t('title')}>
          <LeftOutlined aria-hidden="true" />
        </Link>
        <h1>{title}</h1>
        {version}
        {editing.isChanged && <Badge tone="warn">{t('changed')}</Badge>}
        <div className="editor-actions">
          <input ref={chooser} type="file" accept={fileKinds[kind].accept} hidden aria-label={t('open')} onChange={({ target }) => void openFile(target.files?.[0]).finally(() => (target.value = ''))} />
          <Button icon={<FolderOpenOutlined />} onClick={() => chooser.current?.click()}>
            {t('open')}
          </Button>
          <Button icon={<DownloadOutlined />} onClick={() => void exportFile()}>
            {t('export')}
          </Button>
          {ability.can('deploy', 'deployment') && (
            <Button type="primary" icon={<CloudUploadOutlined />} onClick={() => void save().then(setDeploying)}>
              {t('deploy.button')}
            </Button>
          )}
        </div>
      </header>
      {editing.draft !== null && (
        <Notice
          tone="info"
          title={t('restored', { when: dateTime(editing.draft.at) })}
          actions={
            <Button size="small" onClick={editing.discard}>
              {t('discard')}
            </Button>
          }
        />
      )}
      <div className="editor-place card">{children}</div>
      <FindingList findings={editing.findings} {...(onSelectFinding && { onSelect: onSelectFinding })} />
      {deploying !== null && (
        <DeployDialog
          kind={kind}
          file={{ name: editing.fileName, content: deploying }}
          onClose={() => setDeploying(null)}
          onDeployed={(deployment) => {
            editing.settle();
            setDeploying(null);
            onDeployed(deployment);
          }}
        />
      )}
    </div>
  );
}
