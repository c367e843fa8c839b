import type { PublicsCount } from '@pandafab/domain';
import { table } from '../../../money/rendering/pdf/table';
import { ageWord, groupWord } from '../files/sheets';
import * as words from '../french-words';
import type { ReportContent } from '../report-content.dto';
import { barList } from './bar-list';
import { count } from './formats';
import type { ReportFlow } from './report-flow';
import { chapter, note, section } from './titles';

/** Who came: at the door, and by what members chose to say of themselves. */
export function drawPublics(flow: ReportFlow, { tables }: ReportContent): void {
  chapter(flow, 'Les publics');
  const list = (title: string, rows: readonly { readonly label: string; readonly people: number }[]) => {
    if (rows.length === 0) return;
    section(flow, title);
    barList(
      flow,
      rows.map(({ label, people }) => ({ label, value: people, shown: count(people) })),
    );
  };
  const visits = (rows: typeof tables.visitsByPublic, names: Readonly<Record<string, string>>) =>
    rows.map(({ key, people }) => ({ label: words.wordOf(names, key), people }));
  list('Entrées par public', visits(tables.visitsByPublic, words.PUBLICS));
  list('Entrées par motif', visits(tables.visitsByPurpose, words.PURPOSES));
  const { publics } = tables;
  if (publics.people === 0) return;
  note(
    flow,
    `Les tableaux qui suivent comptent ${count(publics.people)} usagers, d’après le profil que chacun a choisi de donner. Les groupes de moins de cinq personnes sont réunis avec d’autres.`,
  );
  const groups = (rows: readonly PublicsCount[], wordOf = groupWord) =>
    rows.map((row) => ({ label: wordOf(row), people: row.people }));
  list('Usagers par âge', groups(publics.byAge, ageWord));
  list('Usagers par genre', groups(publics.byGender));
  list('Usagers par quartier', groups(publics.byNeighbourhood));
  drawCrossed(flow, publics);
}

/** Neighbourhoods in rows, ages in columns. */
function drawCrossed(
  flow: ReportFlow,
  { byNeighbourhoodAndAge: cells }: ReportContent['tables']['publics'],
): void {
  if (cells.length === 0) return;
  const ages = [...new Set(cells.map(({ age }) => ageWord(age)))];
  const places = [...new Set(cells.map(({ neighbourhood }) => groupWord(neighbourhood)))];
  const at = (place: string, age: string) =>
    cells.find((cell) => groupWord(cell.neighbourhood) === place && ageWord(cell.age) === age)?.people ?? 0;
  section(flow, 'Usagers par quartier et par âge');
  table(
    flow,
    [
      { title: 'Quartier', share: 30 },
      ...ages.map((title) => ({ title, share: 12, align: 'right' as const })),
    ],
    places.map((place) => ({ cells: [place, ...ages.map((age) => count(at(place, age)))] })),
  );
}
