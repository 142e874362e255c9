import type { InstancePage } from '@loopwright/engine/contract';
import { App, Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCancelInstance } from '../api/instances.ts';
import { useSendMessage } from '../api/messages.ts';
import { asFailure } from '../api/problem.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useFormats } from '../ui/formats.ts';

/** Messages that the instance waits for, and its cancellation with a reason. */
export function InstanceActions({ page: { instance, messages, may } }: { readonly page: InstancePage }) {
  const { t } = useTranslation('operations');
  const { inLanguage } = useFormats();
  const { modal, message } = App.useApp();
  const { t: problem } = useTranslation('problem');
  const send = useSendMessage();
  const [isCancelling, setIsCancelling] = useState(false);
  if (instance.state !== 'ACTIVE') return null;
  const ask = (entry: InstancePage['messages'][number]): void => {
    const name = inLanguage(entry.names) || entry.messageName;
    void modal.confirm({
      title: t('message.ask', { name }),
      content: t('message.advice'),
      okText: name,
      onOk: () =>
        send.mutateAsync({ messageName: entry.messageName, correlationKey: entry.correlationKey }).then(
          () => void message.success(t('message.sent')),
          (error: unknown) => void message.error(problem(`${asFailure(error).kind}.title`)),
        ),
    });
  };
  return (
    <>
      {messages.map((entry) => (
        <Button key={entry.messageName} onClick={() => ask(entry)}>
          {inLanguage(entry.names) || entry.messageName}
        </Button>
      ))}
      {may.cancel && (
        <Button danger onClick={() => setIsCancelling(true)}>
          {t('cancel.button')}
        </Button>
      )}
      {isCancelling && <CancelDialog processInstanceKey={instance.processInstanceKey} onClose={() => setIsCancelling(false)} />}
    </>
  );
}

function CancelDialog({ processInstanceKey, onClose }: { readonly processInstanceKey: string; readonly onClose: () => void }) {
  const { t } = useTranslation('operations');
  const id = useId();
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useCancelInstance();
  return (
    <Modal
      open
      title={t('cancel.title')}
      okText={t('cancel.do')}
      cancelText={t('cancel.keep')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: isPending }}
      onOk={() => mutate({ processInstanceKey, reason: reason.trim() }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      {error && <FailureNotice failure={asFailure(error)} />}
      <p>{t('cancel.advice')}</p>
      <label htmlFor={id} className="cancel-label">
        {t('cancel.reason')}
      </label>
      <Input.TextArea id={id} rows={3} maxLength={2000} value={reason} onChange={({ target }) => setReason(target.value)} autoFocus />
    </Modal>
  );
}
