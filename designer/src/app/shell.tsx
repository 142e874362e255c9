import { CloseOutlined, MenuOutlined } from '@ant-design/icons';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SideNavigation } from './side-navigation.tsx';
import './shell.css';

/** The frame of every page: navigation at the side, on phones behind a button; the page itself in `main`. */
export function Shell() {
  const { t } = useTranslation('shell');
  const drawer = useRef<HTMLDialogElement>(null);
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [shown, setShown] = useState(path);

  useEffect(() => {
    drawer.current?.close();
    if (shown !== path) main.current?.focus({ preventScroll: true });
    setShown(path);
  }, [path, shown]);

  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <header className="shell-bar">
        <button type="button" className="shell-menu" aria-haspopup="dialog" onClick={() => drawer.current?.showModal()}>
          <MenuOutlined aria-hidden="true" />
          <span className="visually-hidden">{t('menu')}</span>
        </button>
        <Mark />
      </header>
      <dialog ref={drawer} className="shell-drawer" aria-label={t('mainNavigation')} {...{ closedby: 'any' }}>
        <div className="shell-drawer-inside">
          <button type="button" className="shell-menu" onClick={() => drawer.current?.close()}>
            <CloseOutlined aria-hidden="true" />
            <span className="visually-hidden">{t('closeMenu')}</span>
          </button>
          <SideNavigation />
        </div>
      </dialog>
      <aside className="shell-side">
        <Mark />
        <SideNavigation />
      </aside>
      <main id="content" ref={main} tabIndex={-1} className="shell-main">
        <Outlet />
      </main>
    </div>
  );
}

function Mark() {
  return (
    <span className="shell-mark">
      <img src="/loopwright.svg" alt="" width={24} height={24} />
      Loopwright
    </span>
  );
}
