import type { ReactNode } from 'react';

/** Shown instead of an empty list: says that it is empty, and what to do. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="empty">
    <p className="empty-title">{title}</p>
    {children}
  </div>
);
