import type { IndicatorCode } from '@pandafab/domain';
import { frenchDay } from '../../../money/kit/french';
import { euros } from '../../../money/rendering/pdf/figures';
import { type TableRow, table } from '../../../money/rendering/pdf/table';
import { activityWord } from '../french-words';
import type { ReportContent } from '../report-content.dto';
import { barList } from './bar-list';
import { figure, NOTHING } from './formats';
import type { ReportFlow } from './report-flow';
import { chapter, note, section } from './titles';

const ACCOUNT: readonly (readonly [IndicatorCode, 'sum' | 'part'])[] = [
  ['income-services', 'part'],
  ['subsidy-received', 'part'],
  ['costs', 'part'],
  ['result', 'sum'],
];
const BESIDE: readonly IndicatorCode[] = ['free-access-value', 'in-kind-value', 'cashed'];

/** The financial part: the account of the period, and what it is made of. */
export function drawMoney(flow: ReportFlow, content: ReportContent): void {
  chapter(flow, 'Les moyens');
  const of = (code: IndicatorCode) => content.overview.find(({ indicator }) => indicator === code);
  const row = (code: IndicatorCode, isBold: boolean): TableRow => {
    const found = of(code);
    return {
      cells: [
        found?.name ?? code,
        figure(found?.value ?? null, 'cents'),
        figure(found?.previous ?? null, 'cents'),
      ],
      isBold,
    };
  };
  section(flow, 'Compte de la période');
  const columns = [
    { title: '', share: 56 },
    { title: 'Cette période', share: 22, align: 'right' as const },
    { title: 'Période précédente', share: 22, align: 'right' as const },
  ];
  table(
    flow,
    columns,
    ACCOUNT.map(([code, kind]) => row(code, kind === 'sum')),
  );
  note(
    flow,
    content.lab === null
      ? 'Résultat = recettes de prestations + subvention reçue − dépenses. Montants hors taxes, arrêtés au centime d’après les comptes.'
      : 'La subvention est versée au réseau : un lab seul n’a ni part de subvention ni résultat.',
  );
  drawInstalments(flow, content);
  section(flow, 'Pour mémoire');
  table(
    flow,
    columns,
    BESIDE.map((code) => row(code, false)),
  );
  note(
    flow,
    'L’accès gratuit est la valeur, au tarif en vigueur, des impressions que les usagers n’ont pas payées.',
  );
  drawLists(flow, content);
}

function drawLists(flow: ReportFlow, { tables }: ReportContent): void {
  const list = (title: string, rows: readonly { readonly label: string; readonly cents: number }[]) => {
    if (rows.length === 0) return;
    section(flow, title);
    barList(
      flow,
      rows.map(({ label, cents }) => ({ label, value: cents, shown: euros(cents) })),
      euros(rows.reduce((sum, { cents }) => sum + cents, 0)),
    );
  };
  list(
    'Recettes par activité',
    tables.incomeByActivity.map(({ key, cents }) => ({ label: activityWord(key), cents })),
  );
  const byHeading = (rows: typeof tables.costsByHeading) =>
    rows.map(({ key, cents }) => ({ label: key ?? '', cents }));
  list('Dépenses par poste', byHeading(tables.costsByHeading));
  list('Contributions en nature', byHeading(tables.inKindByHeading));
}

function drawInstalments(flow: ReportFlow, { tables }: ReportContent): void {
  if (tables.instalments.length === 0) return;
  section(flow, 'Versements de la subvention');
  table(
    flow,
    [
      { title: 'Versement', share: 34 },
      { title: 'Financeur', share: 26 },
      { title: 'Attendu le', share: 13 },
      { title: 'Reçu le', share: 13 },
      { title: 'Montant', share: 16, align: 'right' },
    ],
    tables.instalments.map(({ label, payer, dueOn, receivedOn, cents }) => ({
      cells: [
        label,
        payer,
        frenchDay(dueOn),
        receivedOn === null ? NOTHING : frenchDay(receivedOn),
        euros(cents),
      ],
    })),
  );
}
