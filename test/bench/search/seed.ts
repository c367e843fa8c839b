import { folded } from '@pandafab/shared';
import type { Direct, Row } from './direct';

const FIRST =
  'Marie Léa Hélène Chloé Émilie Zoé Inès Jules Louis Hugo Théo Noël Gaël Aïcha Samir Karim Anaïs Rémi'.split(
    ' ',
  );
const LAST =
  'Martin Bernard Dubois Thomas Robert Petit Durand Leroy Moreau Simon Laurent Lefèvre Michel Garcia David Bertrand Roux Vincent Fournier Morel Girard André Mercier Dupont Lambert Bonnet François Martinez Legrand Garnier Faure Rousseau Blanc Guérin Muller Henry Roussel Nicolas Perrin Morin Mathieu Clément Gauthier Dumont Lopez Fontaine Chevalier Robin Masson'.split(
    ' ',
  );
const THINGS =
  'support pièce bracket vase cube lampe boîtier capot rouage crochet étrier poulie bouton cale gabarit moule maquette figurine carter joint écrou adaptateur charnière poignée'.split(
    ' ',
  );
const PLACES = 'Dijon Chenôve Talant Quetigny Longvic Beaune Auxonne Genlis'.split(' ');

const of = (list: readonly string[], at: number): string => list[at % list.length] ?? '';
/** In no order that the words repeat in. */
const scattered = (at: number, by: number): number => (at * by) % 1_000_003;

const NOW = Date.UTC(2026, 0, 5, 9);
const SHA256 = 'a'.repeat(64);
/** Ids grow with time, as real ones do. */
const idOf = (table: number, at: number): string =>
  `01900000-0000-7000-8${String(table).padStart(3, '0')}-${at.toString(16).padStart(12, '0')}`;

/** Labs that have rows; the others only have names. */
const LABS_AT_WORK = 10;
/** Groups that have a leader and jobs. */
const LED_GROUPS = 250;
export const labIdOf = (at: number): string => idOf(1, (at % LABS_AT_WORK) + 1);

export const personOf = (at: number): string =>
  `${of(FIRST, scattered(at, 7919))} ${of(LAST, scattered(at, 104_729))}`;
export const thingOf = (at: number): string =>
  `${of(THINGS, scattered(at, 6151))} ${of(THINGS, scattered(at, 50_021))}`;

export interface Seeded {
  /** A lab with a tenth of all rows. */
  readonly labId: string;
  /** A member with some jobs. */
  readonly memberId: string;
  readonly rows: number;
}

/** As many rows in each table that the search looks into, with names that many of them share. */
export async function seed(direct: Direct, rows: number): Promise<Seeded> {
  const [account] = await direct.query<{ id: string; memberId: string }>(
    'SELECT id, "memberId" FROM accounts',
  );
  if (!account) throw new Error('no account');
  const by = { createdBy: account.id };
  const at = (number: number) => ({ createdAt: NOW + number });
  const named = (name: string, column = 'name', foldedColumn = 'foldedName') => ({
    [column]: name,
    [foldedColumn]: folded(name),
  });
  await direct.fill('labs', Math.max(rows, LABS_AT_WORK), (i) => ({
    ...{ id: idOf(1, i), ...named(`Atelier ${of(PLACES, i)} ${i}`), timeZone: 'Europe/Paris' },
    ...{ matchRevision: 0, ...at(i) },
  }));
  await direct.fill('members', rows, (i) => ({
    ...{ id: idOf(2, i), category: 'resident', homeLabId: labIdOf(i), ...guardianOf(i), ...at(i) },
  }));
  await direct.fill('member_contacts', rows, (i) => ({
    ...{ memberId: idOf(2, i), ...named(personOf(i), 'displayName') },
    email: `${folded(personOf(i)).replace(' ', '.')}.${i}@example.org`,
  }));
  await direct.fill('member_groups', rows, (i) => ({
    ...{ id: idOf(3, i), ...named(`Classe ${of(PLACES, i)} ${of(LAST, i)}`), category: 'resident' },
    ...{ labId: labIdOf(i), ...by, ...at(i) },
  }));
  await direct.fill('member_group_people', Math.min(rows, LED_GROUPS), (i) => ({
    ...{ id: idOf(12, i), groupId: idOf(3, i), memberId: idOf(2, i), leads: true, addedAt: NOW },
  }));
  await direct.fill('organisations', rows, (i) => ({
    ...{ id: idOf(4, i), ...named(`${of(THINGS, i)} ${of(LAST, scattered(i, 31))} SARL`) },
    ...{ addressLine: '1 rue Vauban', postcode: '21000', city: of(PLACES, i), countryCode: 'FR' },
    ...{ siren: String(300_000_000 + scattered(i, 613)), ...at(i) },
  }));
  await seedPapers(direct, rows, account.id);
  await seedStock(direct, rows);
  await seedJobs(direct, rows, account.id);
  return { labId: idOf(1, 1), memberId: idOf(2, 1), rows };
}

/** Every tenth member is a child; the first member has one. */
const guardianOf = (i: number): Row =>
  i % 10 === 2
    ? { guardianId: idOf(2, i - 1), minorUntil: Date.UTC(2100, 0, 1) }
    : { guardianId: null, minorUntil: null };

/** Every twentieth job is one of a group; the first member leads the first group. */
const groupOf = (i: number): Row => ({
  groupId: i % 20 === 0 ? idOf(3, ((i / 20) % LED_GROUPS) + 1) : null,
});

const numberOf = (series: string, at: number): string => `${series}-2026-${String(at).padStart(6, '0')}`;

function paperOf(series: string, i: number): Row {
  const [number, title] = [numberOf(series, i), thingOf(i)];
  return { reference: numberOf('PR', i), title, foldedWords: folded(`${number} ${title}`) };
}

async function seedPapers(direct: Direct, rows: number, by: string): Promise<void> {
  await direct.fill('prestations', rows, (i) => ({
    ...{
      id: idOf(5, i),
      ...paperOf('PR', i),
      organisationId: idOf(4, i),
      state: 'in-progress',
      createdBy: by,
    },
    ...{ createdAt: NOW + i, changedAt: NOW + i },
  }));
  const day = '2026-01-05';
  await direct.fill('documents', rows, (i) => ({
    ...{ id: idOf(6, i), kind: 'invoice', state: 'issued', version: 1, salt: '' },
    ...{ number: numberOf('FA', i), ...paperOf('FA', i), prestationId: idOf(5, i), clientName: of(LAST, i) },
    ...{ organisationId: idOf(4, i), issuedOn: day, dueOn: day, request: '{}', content: '{}' },
    ...{ netCents: 100, vatCents: 20, grossCents: 120 },
    ...{ createdBy: by, createdAt: NOW + i, issuedBy: by, issuedAt: NOW + i },
  }));
}

async function seedStock(direct: Direct, rows: number): Promise<void> {
  const kind = { material: 'PLA', brand: 'Francofil', colour: 'rouge', diameterMm: 1.75 };
  await direct.fill('filaments', 1, (i) => ({
    id: idOf(7, i),
    ...kind,
    densityGramsPerCm3: 1.24,
    createdAt: NOW,
  }));
  await direct.fill('spools', rows, (i) => ({
    ...{ id: idOf(8, i), filamentId: idOf(7, 1), labId: labIdOf(i), createdAt: NOW + i },
    ...{ label: `Bobine ${of(PLACES, i)} ${i}`, foldedLabel: folded(`Bobine ${of(PLACES, i)} ${i}`) },
  }));
  const size = { widthMm: 220, depthMm: 220, heightMm: 250, maxNozzleCelsius: 260, maxBedCelsius: 100 };
  await direct.fill('machines', rows, (i) => ({
    ...{ id: idOf(9, i), labId: idOf(1, i), name: `Panda ${i}`, foldedName: `panda ${i}`, kind: 'printer' },
    ...{ profileId: 'marlin-2', address: '/dev/null', baudRate: 115_200, ...size },
    ...{ bed: 'clear', inMaintenance: false, createdAt: NOW + i },
  }));
}

async function seedJobs(direct: Direct, rows: number, by: string): Promise<void> {
  const file = { sha256: SHA256, bytes: 1, state: 'pending', createdAt: NOW };
  await direct.fill('files', 1, () => file);
  const batch = { memberId: idOf(2, 1), submittedBy: by, quantity: 1, createdAt: NOW };
  await direct.fill('batches', 1, (i) => ({ id: idOf(10, i), ...batch }));
  await direct.fill('jobs', rows, (i) => {
    const fileName = `${thingOf(i).replace(' ', '_')}_v${i % 30} n° ${i}.gcode`;
    return {
      ...{
        id: idOf(11, i),
        batchId: idOf(10, 1),
        memberId: idOf(2, (i % Math.min(rows, 5000)) + 1),
        labId: labIdOf(i),
        ...groupOf(i),
      },
      ...{ fileSha256: SHA256, fileName, foldedFileName: folded(fileName), state: 'done' },
      ...{ rank: `${i}`.padStart(15, '0'), createdAt: NOW + i, changedAt: NOW + i },
    };
  });
}
