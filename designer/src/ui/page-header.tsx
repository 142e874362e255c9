import { useEffect, type ReactNode } from 'react';

interface PageHeaderProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly above?: ReactNode;
  readonly actions?: ReactNode;
}

/** The heading of a page; its title is the title of the window too. */
export function PageHeader({ title, lead, above, actions }: PageHeaderProps) {
  usePageTitle(title);
  return (
    <header className="page-header">
      <div>
        {above}
        <h1>{title}</h1>
        {lead !== undefined && <div className="page-header-lead">{lead}</div>}
      </div>
      {actions !== undefined && <div className="page-header-actions">{actions}</div>}
    </header>
  );
}

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Loopwright' : `${title} · Loopwright`;
  }, [title]);
}
