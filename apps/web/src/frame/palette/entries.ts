import { folded } from '../../../../../libs/shared/src/folded';
import type { Schemas } from '../../api/client';

export type Found = Schemas['Found'];

/** One line of the palette. */
export interface Entry {
  readonly key: string;
  readonly kind: Found['kind'] | 'page';
  readonly title: string;
  readonly detail: string | null;
  /** Where it leads; an address under /api is a file of the server. */
  readonly to: string;
  /** The lab that the pages must show for it. */
  readonly labId: string | null;
}

/** A page by its name in the language of the pages. */
export interface NamedPage {
  readonly path: string;
  readonly name: string;
}

const ADDRESSES: Readonly<Record<Found['kind'], (found: Found) => string>> = {
  job: ({ id }) => `/jobs/${id}`,
  member: ({ id }) => `/members?member=${id}`,
  group: ({ id }) => `/settings/groups/${id}`,
  organisation: ({ id }) => `/settings/organisations/${id}`,
  prestation: ({ id }) => `/prestations/${id}`,
  document: ({ id }) => `/documents/${id}`,
  spool: () => '/spools',
  machine: ({ id }) => `/machines/${id}`,
  lab: () => '/',
};

export const entryOf = (found: Found): Entry => ({
  key: `${found.kind} ${found.id}`,
  kind: found.kind,
  title: found.title,
  detail: found.detail,
  to: ADDRESSES[found.kind](found),
  labId: found.kind === 'spool' ? found.labId : found.kind === 'lab' ? found.id : null,
});

/** The pages whose name contains each of the words, without regard to accents; all of them where nothing is typed. */
export const pagesMatching = (pages: readonly NamedPage[], q: string): readonly Entry[] => {
  const words = folded(q).split(/\s+/).filter(Boolean);
  return pages
    .filter(({ name }) => words.every((word) => folded(name).includes(word)))
    .map(({ path, name }) => ({
      ...{ key: `page ${path}`, kind: 'page' as const, title: name, detail: null, to: path, labId: null },
    }));
};
