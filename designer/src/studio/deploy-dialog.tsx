import { useQuery } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { lint, useDeploy, type Deployment, type ResourceFile } from '../api/definitions.ts';
import { asFailure, RequestFailed } from '../api/problem.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import type { FileKind } from './files/design-drafts.ts';
import { gatherFiles } from './files/gather-files.ts';
import { FindingList } from './finding-list.tsx';

interface DeployDialogProps {
  readonly kind: FileKind;
  readonly file: ResourceFile;
  readonly onClose: () => void;
  readonly onDeployed: (deployment: Deployment) => void;
}

/** Shows what would be deployed and what the server says of it, then deploys it. */
export function DeployDialog({ kind, file, onClose, onDeployed }: DeployDialogProps) {
  const { t } = useTranslation('design');
  const { message } = App.useApp();
  const attempt = useRef(crypto.randomUUID());
  const deploy = useDeploy();
  const check = useQuery({
    queryKey: ['lint', file],
    queryFn: async ({ signal }) => {
      const files = await gatherFiles(file);
      return { files, ...(await lint(files, signal)) };
    },
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  const run = (): void =>
    deploy.mutate(
      { files: check.data?.files ?? [file], attempt: attempt.current },
      {
        onSuccess: (deployment) => {
          message.success(t('deploy.done'));
          onDeployed(deployment);
        },
        onError: () => (attempt.current = crypto.randomUUID()),
      },
    );
  const failure = check.error ?? deploy.error;
  const refused = deploy.error instanceof RequestFailed ? deploy.error.errors : [];
  return (
    <Modal
      open
      width={680}
      title={t('deploy.title')}
      okText={t('deploy.do')}
      okButtonProps={{ disabled: check.data?.deployable !== true, loading: deploy.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {failure && <FailureNotice failure={asFailure(failure)} />}
      {refused.length > 0 && (
        <FindingList findings={refused.map(({ path, message: said, elementId, line }) => ({ severity: 'error', code: path, message: said, elementId: elementId ?? null, line: line ?? null, resourceName: path }))} />
      )}
      {check.isPending && <SkeletonRows rows={2} />}
      {check.data && (
        <>
          <p className="deploy-hint">{t(kind === 'processes' ? 'deploy.processHint' : 'deploy.boundHint')}</p>
          <ul className="deploy-files">
            {check.data.files.map(({ name, content }) => (
              <li key={name}>
                <span className="code">{name}</span> {content === file.content ? t('deploy.this') : t('deploy.along')}
              </li>
            ))}
          </ul>
          <FindingList findings={check.data.findings} />
        </>
      )}
    </Modal>
  );
}
