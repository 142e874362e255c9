import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'info' | 'accent';

interface NoticeProps {
  readonly tone?: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `alert` is read out at once, `status` when the reader pauses. */
  readonly role?: 'alert' | 'status';
}

/** A line or two that the reader is to notice, with what can be done about it. */
export function Notice({ tone = 'neutral', title, children, actions, role = 'status' }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone} role={role}>
      <div className="notice-text">
        {title !== undefined && <div className="notice-title">{title}</div>}
        {children !== undefined && <div className="notice-detail">{children}</div>}
      </div>
      {actions}
    </div>
  );
}
