import { expectStatus } from '../../city/foundations';
import { type Figure, percentile } from '../fleet/figures';
import type { Person } from './people';

/** What people type, by what is special about it; `round` makes another query of the same kind. */
const QUERIES: Readonly<Record<string, (round: number) => string>> = {
  'the first letters of a name': (round) => ['mar', 'hél', 'chl', 'jul', 'emi'][round % 5] ?? '',
  'a family name': (round) => ['Dupont', 'Lefevre', 'Guérin', 'Masson', 'Clement'][round % 5] ?? '',
  'a whole name, the other way round': (round) =>
    ['dupont marie', 'guerin zoe', 'morel theo'][round % 3] ?? '',
  'words of a file': (round) => `support v${round % 30}`,
  'a word of every twelfth row': (round) => ['pièce', 'boitier', 'vase', 'capot'][round % 4] ?? '',
  'a word of every row of some tables': (round) => ['gcode', 'panda', 'bobine', 'sarl'][round % 4] ?? '',
  'the number of an invoice': (round) => `FA-2026-${String(1000 + round * 37).padStart(6, '0')}`,
  'the first digits of a SIREN': (round) => `3000${round % 10}`,
  'one letter': (round) => 'maprb'[round % 5] ?? '',
  'two letters': (round) => ['ma', 'su', 'pa', 'bo', '20'][round % 5] ?? '',
  'words that are nowhere': (round) => `zyx${round} wvu`,
  'signs only': (round) => ['%', '_', '—', '🦊'][round % 4] ?? '',
};
const LISTS = ['jobs', 'members', 'groups', 'organisations'];
const MOST_MS = 100;

interface Size {
  readonly database: string;
  readonly rounds: number;
}

export async function measureSearch(
  people: readonly Person[],
  { database, rounds }: Size,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const person of people) {
    const all: number[] = [];
    for (const [kind, query] of Object.entries(QUERIES)) {
      const times = [];
      for (let round = 0; round < rounds; round++)
        times.push(await timed(() => search(person, query(round))));
      all.push(...times);
      figures.push(figure(`${database}, ${person.name}`, kind, times));
    }
    figures.push(figure(`${database}, ${person.name}`, 'all of these', all, 0.5));
    figures.push({ ...figure(`${database}, ${person.name}`, 'all of these', all), most: MOST_MS });
    const lists = [];
    for (const query of Object.values(QUERIES))
      for (let round = 0; round < Math.ceil(rounds / 4); round++)
        lists.push(await timed(() => searchLists(person, query(round))));
    figures.push(figure(`${database}, ${person.name}`, 'the lists, for all of these', lists));
  }
  return figures;
}

const figure = (scenario: string, name: string, times: readonly number[], share = 0.95): Figure => ({
  ...{ scenario, name: `${name}, ${share * 100} %`, value: percentile(times, share), unit: 'ms' },
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const search = ({ client }: Person, words: string) =>
  expectStatus(client.get(`/api/v1/search?q=${encodeURIComponent(words)}`), 200);

/** A maker is refused by the lists of people, as in the pages, which do not ask then. */
const searchLists = ({ client }: Person, words: string) =>
  Promise.all(
    LISTS.map((list) =>
      expectStatus(client.get(`/api/v1/${list}?limit=8&search=${encodeURIComponent(words)}`), 200, 403),
    ),
  );
