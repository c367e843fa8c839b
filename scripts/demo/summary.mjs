import { decimal, say } from '../lib/language.mjs';
import { duration } from '../lib/progress.mjs';
import { table } from '../lib/table.mjs';
import { deviation, expected, measured } from './proof.mjs';
import { stateWord } from './words.mjs';

const euros = (cents) => (cents == null ? '–' : `${decimal(cents / 100, 2)}\u00a0€`);
const grams = (value) => `${decimal(value, 3)}\u00a0g`;
const millimetres = (value) => `${decimal(value, 2)}\u00a0mm`;
const percent = (value) => `${decimal(value * 100, 3)}${say('%', '\u00a0%')}`;

// Two narrow tables rather than a wide one: everything fits in 80 columns.
function runsTable(jobs, machines, labs) {
  const head = [
    say('file', 'fichier'),
    say('lab', 'lab'),
    say('machine', 'machine'),
    say('state', 'état'),
    say('time', 'durée'),
    'SHA-256',
  ];
  const rows = jobs.map(({ fileName, state, runs }) => {
    const run = runs.at(-1);
    const machine = Object.values(machines).find(({ id }) => id === run?.machineId);
    const where = machine ? [labs[machine.lab].name, machine.name] : ['–', '–'];
    const digest = run?.commandsSha256 ? `${run.commandsSha256.slice(0, 8)}…` : '–';
    return [fileName, ...where, stateWord(run?.state ?? state), duration(run?.seconds ?? 0), digest];
  });
  return table(head, rows);
}

function linesTable(jobs) {
  const head = [
    say('file', 'fichier'),
    say('sent', 'envoyées'),
    say('acknowledged', 'acquittées'),
    say('resends', 'renvois'),
    say('measured', 'mesuré'),
    say('slicer', 'trancheur'),
    say('gap', 'écart'),
  ];
  const rows = jobs.map((job) => {
    const run = job.runs.at(-1);
    const counts = [run?.linesSent ?? 0, run?.linesAcknowledged ?? 0, run?.resends ?? 0].map(String);
    const lengths = [millimetres(measured(job)), millimetres(expected(job)), percent(deviation(job))];
    return [job.fileName, ...counts, ...lengths];
  });
  return table(head, rows);
}

function spoolsTable(spools) {
  const head = [
    say('spool', 'bobine'),
    say('lab', 'lab'),
    say('material', 'matière'),
    say('before', 'avant'),
    say('used', 'utilisé'),
    say('left', 'reste'),
  ];
  const rows = spools.map(({ label, lab, filament, gramsBefore, gramsLeft }) => [
    label,
    lab,
    filament.material,
    ...[gramsBefore, gramsBefore - gramsLeft, gramsLeft].map(grams),
  ]);
  return table(head, rows);
}

/** Why a run did not end well; nothing for runs that did. */
const troubles = (jobs) =>
  jobs.flatMap(({ fileName, refusal, runs }) => {
    const why = refusal ?? runs.at(-1)?.cause;
    return why
      ? [`  ${fileName}${say(':', '\u00a0:')} ${[why.what, why.cure].filter(Boolean).join(' ')}`]
      : [];
  });

function usageLine(usage, member) {
  if (!usage)
    return say(
      'No usage was recorded for the member’s print.',
      'Aucun usage enregistré pour l’impression du membre.',
    );
  const [charged, value] = [usage.chargedCents, usage.valueCents].map(euros);
  return say(
    `${member} paid ${charged}: free for residents. Value: ${value}.`,
    `${member} a payé ${charged} : gratuit pour les résidents. Valeur : ${value}.`,
  );
}

const KINDS = {
  quote: say('quote', 'devis'),
  deposit: say('deposit', 'acompte'),
  invoice: say('final invoice', 'facture finale'),
  creditNote: say('credit note', 'avoir'),
};

function papersTable(papers) {
  const head = [
    say('paper', 'document'),
    say('number', 'numéro'),
    say('net', 'HT'),
    say('VAT', 'TVA'),
    say('total', 'TTC'),
  ];
  const rows = Object.entries(KINDS).flatMap(([name, word]) => {
    const paper = papers[name];
    if (!paper) return [];
    const { number, netCents, vatCents, grossCents } = paper;
    return [[word, number, ...[netCents, vatCents, grossCents].map(euros)]];
  });
  return table(head, rows);
}

function billLines(papers) {
  if (!papers.invoice) return [say('No invoice was issued.', 'Aucune facture émise.')];
  return ['', papersTable(papers), `  ${papers.pdfPath}`];
}

/** @param {object} result what the demonstration did @returns {string} for people */
export function summarise({ jobs, machines, labs, spools, usage, member, papers }) {
  return [
    '',
    runsTable(jobs, machines, labs),
    ...troubles(jobs),
    '',
    linesTable(jobs),
    '',
    spoolsTable(spools),
    '',
    usageLine(usage, member),
    ...billLines(papers),
    '',
  ].join('\n');
}
