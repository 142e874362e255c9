import { Button, Input } from 'antd';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestFailed } from '../api/problem.ts';
import { useSignIn } from '../api/sessions.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { asFailure } from '../api/problem.ts';

interface SignInFormProps {
  readonly userId: string;
  readonly onUserId?: (userId: string) => void;
  readonly onDone?: () => void;
}

/** Name and password; without `onUserId` the name stands and only the password is asked for. */
export function SignInForm({ userId, onUserId, onDone }: SignInFormProps) {
  const { t } = useTranslation('session');
  const id = useId();
  const [password, setPassword] = useState('');
  const { mutate, isPending, error } = useSignIn();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    mutate({ userId: userId.trim(), password }, { ...(onDone && { onSuccess: onDone }), onError: () => setPassword('') });
  };
  return (
    <form onSubmit={submit} className="sign-in-form">
      {error && <SignInFailure error={error} />}
      <label htmlFor={`${id}-name`}>{t('userId')}</label>
      <Input id={`${id}-name`} name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} size="large" required readOnly={!onUserId} value={userId} onChange={({ target }) => onUserId?.(target.value)} autoFocus={Boolean(onUserId)} />
      <label htmlFor={`${id}-password`}>{t('password')}</label>
      <Input.Password id={`${id}-password`} name="password" autoComplete="current-password" size="large" required value={password} onChange={({ target }) => setPassword(target.value)} autoFocus={!onUserId} />
      <Button type="primary" size="large" htmlType="submit" block loading={isPending} disabled={userId.trim() === '' || password === ''}>
        {t('signIn')}
      </Button>
    </form>
  );
}

export function SignInFailure({ error }: { readonly error: Error }) {
  const { t } = useTranslation('session');
  if (error instanceof RequestFailed && error.kind === 'too-many-requests') {
    const minutes = Math.max(1, Math.ceil((error.retryAfterSeconds ?? 60) / 60));
    return (
      <Notice tone="bad" role="alert" title={t('locked')}>
        {t('lockedFor', { count: minutes })}
      </Notice>
    );
  }
  return <FailureNotice failure={asFailure(error)} />;
}
