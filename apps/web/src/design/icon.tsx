import { ICON_PATHS } from './icon-paths';

export type IconName = keyof typeof ICON_PATHS;

/** One of Tabler's icons, as tall as the text beside it. It repeats what a word says: screen readers leave it out. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={ICON_PATHS[name]} />
  </svg>
);
