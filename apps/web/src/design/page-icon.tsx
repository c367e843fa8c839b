import { ICON_PATHS } from './icon-paths';
import { LATER_ICON_PATHS } from './icon-paths-later';

const PATHS = { ...ICON_PATHS, ...LATER_ICON_PATHS };

export type PageIconName = keyof typeof PATHS;

/** As `Icon`, with the icons that the frame and the wall do without: not for the first page. */
export const PageIcon = ({ name }: { name: PageIconName }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
);
