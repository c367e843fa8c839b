import { useTranslation } from 'react-i18next';
import type { Name } from './slicers';

/** Words on the buttons of slicers, which are the same in both languages. */
export const BUTTONS = { test: 'Test', request: 'Request…', add: 'Add' } as const;

/** How a slicer names a field or a window, in the language of the pages. */
export function useSlicerName(kind: 'label' | 'window'): (name: Name) => string {
  const { t } = useTranslation();
  return (name) => ('english' in name ? name.english : t(`slicers.${kind}.${name.key}`));
}
