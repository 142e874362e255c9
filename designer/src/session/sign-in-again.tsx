import { Modal } from 'antd';
import type { Session } from '@loopwright/engine/contract';
import { useTranslation } from 'react-i18next';
import { SignInForm } from './sign-in-form.tsx';

/** Asks for the password over the open page, which stays as it is. */
export function SignInAgain({ session, onDone }: { readonly session: Session; readonly onDone: () => void }) {
  const { t } = useTranslation('session');
  return (
    <Modal open title={t('ended.title')} footer={null} closable={false} width={400}>
      <p style={{ marginBottom: 16 }}>{t('ended.advice', { name: session.name })}</p>
      <SignInForm userId={session.userId} onDone={onDone} />
    </Modal>
  );
}
