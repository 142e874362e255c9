import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure } from '../api/problem.ts';
import { useSignIn, useWelcome } from '../api/sessions.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useFormats } from '../ui/formats.ts';
import { usePageTitle } from '../ui/page-header.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { SignInFailure, SignInForm } from './sign-in-form.tsx';
import './sign-in.css';

/** Sign in; a demo tenant offers its accounts, one click each. */
export function SignInPage() {
  const { t } = useTranslation('session');
  const [userId, setUserId] = useState('');
  const welcome = useWelcome();
  usePageTitle(t('signIn'));
  return (
    <main className="sign-in">
      <section className="sign-in-card card">
        <h1 className="sign-in-mark">
          <img src="/loopwright.svg" alt="" width={36} height={36} />
          Loopwright
        </h1>
        <p className="sign-in-lead">{t('lead')}</p>
        {welcome.error && <FailureNotice failure={asFailure(welcome.error)} onRetry={() => void welcome.refetch()} />}
        <SignInForm userId={userId} onUserId={setUserId} />
        <LanguageSwitch isSignedIn={false} />
      </section>
      {welcome.data !== undefined && welcome.data.demoAccounts.length > 0 && <DemoAccounts accounts={welcome.data.demoAccounts} />}
    </main>
  );
}

interface DemoAccount {
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly Readonly<Record<string, string>>[];
}

function DemoAccounts({ accounts }: { readonly accounts: readonly DemoAccount[] }) {
  const { t } = useTranslation('session');
  const { inLanguage } = useFormats();
  const { mutate, isPending, error, variables } = useSignIn();
  return (
    <section className="sign-in-demo" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('demo.title')}</h2>
      <p>{t('demo.lead')}</p>
      {error && <SignInFailure error={error} />}
      <ul>
        {accounts.map(({ userId, name, roles }) => (
          <li key={userId}>
            <button type="button" className="demo-account card" disabled={isPending} aria-busy={isPending && variables?.userId === userId} onClick={() => mutate({ userId, password: userId })}>
              <span className="demo-account-name">{name}</span>
              <span className="demo-account-role">{roles.map(inLanguage).join(', ')}</span>
              <span className="code">{userId}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
