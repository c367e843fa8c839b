import { Fault, folded, inLanguage, type Language, type Wording } from '@pandafab/shared';

type Titles = readonly [string, ...string[]];

/** The columns of an export and their titles. An export uses the first title of a language. */
const EXPORTED = {
  displayName: {
    fr: ['Nom', 'nom complet', 'nom et prénom', 'nom prénom', 'prénom et nom', 'prénom nom', 'nom, prénom'],
    en: ['Name', 'full name', 'display name'],
  },
  email: { fr: ['E-mail', 'courriel', 'adresse e-mail', 'mail'], en: ['E-mail', 'email', 'e-mail address'] },
  phone: { fr: ['Téléphone', 'tél', 'tel'], en: ['Phone', 'telephone'] },
  category: { fr: ['Catégorie'], en: ['Category'] },
  lab: { fr: ['Lab'], en: ['Home lab', 'lab'] },
  residentUntil: { fr: ['Résident jusqu’au'], en: ['Resident until'] },
  minorUntil: { fr: ['Mineur jusqu’au'], en: ['Minor until'] },
  guardian: { fr: ['Tuteur', 'tutrice'], en: ['Guardian'] },
} as const satisfies Record<string, Wording<Titles>>;

/** Other programs store a name in two columns. */
const NAME_PARTS = {
  givenName: {
    fr: ['Prénom', 'prénoms', 'prénom(s)', 'prénom usuel'],
    en: ['First name', 'firstname', 'given name', 'forename'],
  },
  familyName: {
    fr: ['Nom de famille', 'nom d’usage', 'nom de naissance'],
    en: ['Last name', 'lastname', 'family name', 'surname'],
  },
} as const satisfies Record<string, Wording<Titles>>;

type Exported = keyof typeof EXPORTED;
export type Column = Exported | keyof typeof NAME_PARTS;

const EXPORTED_NAMES = Object.keys(EXPORTED) as Exported[];
const byHeading = new Map<string, Column>(
  Object.entries({ ...EXPORTED, ...NAME_PARTS }).flatMap(([column, { fr, en }]) =>
    [...fr, ...en].map((heading) => [folded(heading), column as Column] as const),
  ),
);

export const headings = (language: Language): string[] =>
  EXPORTED_NAMES.map((column) => inLanguage<Titles>(EXPORTED[column], language)[0]);

export interface Heading {
  readonly column: Column;
  /** As written in the file. */
  readonly title: string;
  /** Index of the cell in a line. */
  readonly at: number;
}

/**
 * Maps the headings to columns, in either language, and returns the unknown titles.
 * @throws Fault IMPORT.NAME_COLUMN_MISSING {known}, IMPORT.COLUMN_TWICE {columns}
 */
export function readHeadings(titles: readonly string[]): { found: Heading[]; ignored: string[] } {
  const found = withFamilyName(
    titles.flatMap((title, at): Heading[] => {
      const column = byHeading.get(folded(title));
      return column ? [{ column, title: title.trim(), at }] : [];
    }),
  );
  for (const { column } of found) {
    const same = found.filter((each) => each.column === column);
    if (same.length > 1) throw new Fault('IMPORT.COLUMN_TWICE', { columns: same.map(({ title }) => title) });
  }
  const has = (column: Column) => found.some((each) => each.column === column);
  if (!has('displayName') && !(has('givenName') && has('familyName')))
    throw new Fault('IMPORT.NAME_COLUMN_MISSING', { known: headings('fr') });
  const ignored = titles.filter((title) => title.trim() !== '' && !byHeading.has(folded(title)));
  return { found, ignored };
}

const WHOLE_NAME: readonly string[] = [EXPORTED.displayName.fr[0], EXPORTED.displayName.en[0]].map(folded);

/** Next to a column of first names, “Nom” is the family name. */
function withFamilyName(found: readonly Heading[]): Heading[] {
  const has = (column: Column) => found.some((each) => each.column === column);
  if (!has('givenName') || has('familyName')) return [...found];
  return found.map((heading) =>
    WHOLE_NAME.includes(folded(heading.title)) ? { ...heading, column: 'familyName' } : heading,
  );
}
