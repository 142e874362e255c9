import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** What stands where a list has nothing to show. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="nothing">
      <span className="nothing-mark" aria-hidden="true">
        {icon}
      </span>
      <p className="nothing-title">{title}</p>
      {children}
      {actions !== undefined && <div className="nothing-actions">{actions}</div>}
    </div>
  );
}
