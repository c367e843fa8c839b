import { describeOnBothDatabases } from '@pandafab/testing';
import { migrations } from '../../../apps/server/src/app/migrations';
import { schema } from '../../../apps/server/src/app/schema';
import { Prestation, PrestationLine } from '../../../apps/server/src/money/prestations/prestation.entities';
import {
  closeDatabase,
  type Database,
  openDatabase,
} from '../../../apps/server/src/platform/persistence/data-source';
import { openOld } from '../fixtures/open-old';

const CENTS = [1, 10, 4_500, 100_000_000];

const order = (id: string, state: string) => `INSERT INTO prestations
  (id, reference, "organisationId", title, state, "createdBy", "createdAt", "changedAt")
  VALUES ('${id}', 'PR-${id}', 'o', 'Pièces', '${state}', 'a', 0, 0)`;
const line = (
  prestationId: string,
  position: number,
  kind: string,
  cents: number,
) => `INSERT INTO prestation_lines
  (id, "prestationId", position, kind, label, details, quantity, unit, basis, "unitPriceCents", "netCents",
    activity, nature, "servedOn", "createdAt")
  VALUES ('${prestationId}${position}', '${prestationId}', ${position}, '${kind}', 'Ligne', '[]', '1', 'C62', 1, ${cents},
    ${cents}, NULL, NULL, '2026-01-05', 0)`;

/** As the version before wrote them. */
const rows = [
  `INSERT INTO members (id, category, "createdAt") VALUES ('m', 'non-resident', 0)`,
  `INSERT INTO accounts (id, "memberId", email, "passwordHash", "createdAt") VALUES ('a', 'm', 'a@b.fr', 'x', 0)`,
  `INSERT INTO organisations (id, kind, name, "addressLine", postcode, city, "countryCode", "createdAt")
    VALUES ('o', 'client', 'Atelier', '1', '21000', 'Dijon', 'FR', 0)`,
  ...[order('open', 'open'), order('billed', 'invoiced'), order('empty', 'open')],
  ...CENTS.map((cents, at) => line('open', at + 1, 'hand-written', cents)),
  line('billed', 1, 'print', 328),
];

describeOnBothDatabases('client orders from before they had stages', (open) => {
  let database: Database;

  beforeAll(async () => {
    const opened = await open();
    const old = await openOld(opened, migrations);
    for (const row of rows) await old.query(row);
    await old.destroy();
    database = await openDatabase(opened.location, schema);
  });
  afterAll(() => closeDatabase(database));

  it('are in progress if they were open, with the sum of their lines', async () => {
    const orders = await database.writer.manager.find(Prestation, { order: { id: 'ASC' } });
    const kept = { discounts: [], printsCharged: true, linesVersion: 0, labId: null, deliverTo: null };
    expect(orders).toMatchObject([
      { id: 'billed', state: 'invoiced', netCents: 328, urgency: '9999', ...kept },
      { id: 'empty', state: 'in-progress', netCents: 0, urgency: '9998', ...kept },
      { id: 'open', state: 'in-progress', netCents: 100_004_511, urgency: '9998', ...kept },
    ]);
  });

  it('have lines with the same prices in euros', async () => {
    const where = { prestationId: 'open' } as object;
    const lines = await database.writer.manager.find(PrestationLine, { where, order: { position: 'ASC' } });
    expect(lines.map(({ kind, unitPrice, netCents }) => [kind, unitPrice, netCents])).toEqual([
      ['typed', '0.01', 1],
      ['typed', '0.10', 10],
      ['typed', '45.00', 4_500],
      ['typed', '1000000.00', 100_000_000],
    ]);
    expect(lines[0]).toMatchObject({ discounts: [], articleId: null, stageId: null });
    const print = await database.writer.manager.findOneByOrFail(PrestationLine, { id: 'billed1' } as object);
    expect(print).toMatchObject({ kind: 'print', unitPrice: '3.28' });
  });
});
