import type { Schemas } from '../../../api/client';

type Topic = Schemas['Topic'];

/** Without accents and capitals: people type “decouper” for “Découper”. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The topics that hold each of the words in a name or in their aims, in either language. */
export function matching<Each extends Pick<Topic, 'nameFr' | 'nameEn' | 'aimsFr' | 'aimsEn' | 'retiredAt'>>(
  topics: readonly Each[],
  search: string,
  withRetired: boolean,
): Each[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return topics.filter(({ nameFr, nameEn, aimsFr, aimsEn, retiredAt }) => {
    const text = plain([nameFr, nameEn, aimsFr, aimsEn].join(' '));
    return (withRetired || retiredAt === null) && words.every((word) => text.includes(word));
  });
}
