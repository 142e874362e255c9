import { AuditOutlined, BranchesOutlined, EditOutlined, FileTextOutlined, InboxOutlined, LogoutOutlined, PlayCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useInboxCounts } from '../api/inbox.ts';
import { useSignOut } from '../api/sessions.ts';
import { LanguageSwitch } from '../session/language-switch.tsx';
import { useNames } from '../session/use-names.ts';
import { useSession } from '../session/use-session.ts';
import { useFormats } from '../ui/formats.ts';
import { navigationFor, type NavigationItem } from './navigation.ts';

const icons: Record<NavigationItem['id'], ReactNode> = {
  inbox: <InboxOutlined aria-hidden="true" />,
  start: <PlayCircleOutlined aria-hidden="true" />,
  requests: <FileTextOutlined aria-hidden="true" />,
  instances: <BranchesOutlined aria-hidden="true" />,
  incidents: <WarningOutlined aria-hidden="true" />,
  design: <EditOutlined aria-hidden="true" />,
  audit: <AuditOutlined aria-hidden="true" />,
};

export function SideNavigation() {
  const { t } = useTranslation('shell');
  const session = useSession();
  const { inLanguage, number } = useFormats();
  const { group } = useNames();
  const { data: counts } = useInboxCounts();
  const { mutate: signOut } = useSignOut();
  return (
    <div className="side">
      <nav aria-label={t('mainNavigation')}>
        {navigationFor(session.ability).map(({ id, items }) => (
          <section key={id}>
            <h2>{t(`navGroup.${id}`)}</h2>
            <ul>
              {items.map((item) => (
                <li key={item.id}>
                  <Link to={item.to} activeProps={{ 'aria-current': 'page' }}>
                    {icons[item.id]}
                    {t(`nav.${item.id}`)}
                    {item.id === 'inbox' && counts && counts.mine + counts.offered > 0 && <span className="side-count">{number(counts.mine + counts.offered)}</span>}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <div className="side-foot">
        <LanguageSwitch isSignedIn />
        <div className="side-account" role="group" aria-label={t('account', { name: session.name })}>
          <div>
            <div className="side-name">{session.name}</div>
            <div className="side-role">{(session.groups.length > 0 ? session.groups.map(group) : session.roles.map(({ names }) => inLanguage(names))).join(' · ')}</div>
          </div>
          <button type="button" onClick={() => signOut()} title={t('signOut')}>
            <LogoutOutlined aria-hidden="true" />
            <span className="visually-hidden">{t('signOut')}</span>
          </button>
        </div>
      </div>
    </div>
  );
}
