import { readFileSync } from 'node:fs';
import { say } from '../lib/language.mjs';
import { table } from '../lib/table.mjs';

const WITHIN = 0.001;

const number = (value, digits) => value.toFixed(digits);
const euros = (cents) => (cents == null ? '–' : `${number(cents / 100, 2)} €`);
const sum = (values) => values.reduce((total, value) => total + value, 0);

/** What a job measured, beside what its slicer wrote into the file. */
const measured = (job) => sum(job.runs.at(-1)?.filamentMm ?? []);
const expected = (job) => sum(job.analysis?.slicerEstimate.filamentMm ?? []);
const deviation = (job) => measured(job) / expected(job) - 1;

function runsTable(jobs, machineNames) {
  const head = [
    say('file', 'fichier'),
    say('machine', 'machine'),
    say('state', 'état'),
    say('sent', 'envoyées'),
    say('acknowledged', 'acquittées'),
    say('resends', 'renvois'),
    say('measured', 'mesuré'),
    say('slicer', 'trancheur'),
    say('difference', 'écart'),
  ];
  const rows = jobs.map((job) => {
    const run = job.runs.at(-1);
    const counts = [run?.linesSent ?? 0, run?.linesAcknowledged ?? 0, run?.resends ?? 0].map(String);
    const state = run?.cause ? `${run.state}: ${run.cause.what}` : (run?.state ?? job.state);
    const lengths = [
      `${number(measured(job), 2)} mm`,
      `${number(expected(job), 2)} mm`,
      `${number(deviation(job) * 100, 3)} %`,
    ];
    return [job.fileName, machineNames.get(run?.machineId) ?? '–', state, ...counts, ...lengths];
  });
  return table(head, rows);
}

function spoolsTable(spools) {
  const head = [
    say('spool', 'bobine'),
    say('material', 'matière'),
    say('before', 'avant'),
    say('used', 'utilisé'),
    say('left', 'reste'),
  ];
  const rows = spools.map(({ label, material, before, left }) => {
    const grams = [before, before - left, left].map((value) => `${number(value, 3)} g`);
    return [label, material, ...grams];
  });
  return table(head, rows);
}

/** @param {object} result what the demonstration did @returns {string} for people */
export function summarise({ jobs, machineNames, spools, usage, member, invoice, pdfPath }) {
  const free = usage
    ? say(
        `${member} paid ${euros(usage.chargedCents)}: free for residents. Value given: ${euros(usage.valueCents)}.`,
        `${member} a payé ${euros(usage.chargedCents)} : gratuit pour les résidents. Valeur offerte : ${euros(usage.valueCents)}.`,
      )
    : say(
        'No usage was recorded for the member’s print.',
        'Aucun usage enregistré pour l’impression du membre.',
      );
  const bill = invoice
    ? say(
        `Invoice ${invoice.number} to ${invoice.clientName}: ${invoice.lines.length} lines, ${euros(invoice.grossCents)}`,
        `Facture ${invoice.number} à ${invoice.clientName} : ${invoice.lines.length} lignes, ${euros(invoice.grossCents)}`,
      )
    : say('No invoice was issued.', 'Aucune facture émise.');
  const lines = (invoice?.lines ?? []).map(({ label, netCents }) => `  ${label}: ${euros(netCents)}`);
  return [
    '',
    runsTable(jobs, machineNames),
    '',
    spoolsTable(spools),
    '',
    free,
    bill,
    ...lines,
    ...(pdfPath ? [`  ${pdfPath}`] : []),
    '',
  ].join('\n');
}

/**
 * What must be true before the demonstration may say that it worked: nothing is taken from what was asked for, all
 * from what the server, the ledger and the disk hold afterwards.
 * @returns {[what: string, ok: boolean][]}
 */
export function verify({ jobs, spools, usage, invoice, pdfPath }) {
  const used = spools.filter(({ runs }) => runs > 0);
  const pdf = pdfPath ? readFileSync(pdfPath) : Buffer.alloc(0);
  const runs = jobs.map((job) => job.runs.at(-1));
  return [
    [
      say('both runs are done', 'les deux passages sont terminés'),
      runs.length === 2 && runs.every((run) => run?.state === 'done'),
    ],
    [
      say('every line sent was acknowledged', 'chaque ligne envoyée est acquittée'),
      runs.every((run) => run && run.linesSent > 0 && run.linesAcknowledged === run.linesSent),
    ],
    [
      say('filament within 0.1 % of the slicer’s figure', 'filament à 0,1 % du chiffre du trancheur'),
      jobs.every((job) => Math.abs(deviation(job)) < WITHIN),
    ],
    [
      say('the material left two spools', 'la matière a quitté deux bobines'),
      used.length === 2 && used.every(({ before, left }) => left < before),
    ],
    [
      say(
        'the resident’s print is recorded with its value, and free',
        'l’impression du résident est enregistrée avec sa valeur, et gratuite',
      ),
      usage?.valueCents > 0 && usage.chargedCents === 0,
    ],
    [
      say(
        'the client’s invoice has the print and the hand-written line',
        'la facture du client porte l’impression et la ligne manuscrite',
      ),
      ['print', 'hand-written'].every((kind) => invoice?.lines.some((line) => line.kind === kind)),
    ],
    [
      say('the invoice’s PDF is there', 'le PDF de la facture est là'),
      pdf.subarray(0, 5).toString() === '%PDF-',
    ],
  ];
}
