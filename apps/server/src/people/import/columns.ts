import { Fault, type Language } from '@pandafab/shared';
import { plain } from './cells';

/** What a file of members may say of each, and how its columns are called. The first of a language heads an export. */
export const COLUMNS = {
  displayName: { fr: ['Nom', 'nom complet'], en: ['Name', 'full name'] },
  email: { fr: ['E-mail', 'courriel', 'adresse e-mail', 'mail'], en: ['E-mail', 'email', 'e-mail address'] },
  phone: { fr: ['Téléphone', 'tél', 'tel'], en: ['Phone', 'telephone'] },
  category: { fr: ['Catégorie'], en: ['Category'] },
  lab: { fr: ['Lab'], en: ['Home lab', 'lab'] },
  residentUntil: { fr: ['Résident jusqu’au'], en: ['Resident until'] },
  minorUntil: { fr: ['Mineur jusqu’au'], en: ['Minor until'] },
  guardian: { fr: ['Tuteur', 'tutrice'], en: ['Guardian'] },
} as const satisfies Record<string, Record<Language, readonly [string, ...string[]]>>;
export type Column = keyof typeof COLUMNS;

const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];
const byHeading = new Map<string, Column>(
  COLUMN_NAMES.flatMap((column) =>
    [...COLUMNS[column].fr, ...COLUMNS[column].en].map((heading) => [plain(heading), column] as const),
  ),
);

export const headings = (language: Language): string[] =>
  COLUMN_NAMES.map((column) => COLUMNS[column][language][0]);

export interface Heading {
  readonly column: Column;
  /** As the file has it. */
  readonly title: string;
  /** Which cell of a line. */
  readonly at: number;
}

/**
 * Which column is which, in either language, and the titles that mean nothing here.
 * @throws Fault IMPORT.NAME_COLUMN_MISSING {known}, IMPORT.COLUMN_TWICE {columns}
 */
export function readHeadings(titles: readonly string[]): { found: Heading[]; ignored: string[] } {
  const found = titles.flatMap((title, at): Heading[] => {
    const column = byHeading.get(plain(title));
    return column ? [{ column, title: title.trim(), at }] : [];
  });
  for (const { column } of found) {
    const same = found.filter((each) => each.column === column);
    if (same.length > 1) throw new Fault('IMPORT.COLUMN_TWICE', { columns: same.map(({ title }) => title) });
  }
  if (!found.some(({ column }) => column === 'displayName'))
    throw new Fault('IMPORT.NAME_COLUMN_MISSING', { known: headings('fr') });
  const ignored = titles.filter((title) => title.trim() !== '' && !byHeading.has(plain(title)));
  return { found, ignored };
}
