import { type ComponentType, lazy } from 'react';

/** A part that is loaded when it is first shown, with the styles that the first page does without. */
export const later = <Props>(load: () => Promise<{ default: ComponentType<Props> }>) =>
  lazy(() => Promise.all([load(), import('../styles-later')]).then(([part]) => part));
