import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { say } from '../lib/language.mjs';
import { fixture } from './prints.mjs';

const WITHIN = 0.001;
const HALF_A_MILLIGRAM = 0.0005;

const sum = (values) => values.reduce((total, value) => total + value, 0);

/** The filament that a job used, in millimetres. */
export const measured = (job) => sum(job.runs.at(-1)?.filamentUm ?? []) / 1000;
/** The filament that its slicer wrote into the file. */
export const expected = (job) => sum(job.analysis?.slicerEstimate.filamentMm ?? []);
/** @returns {number} 0.001 is one thousandth too much */
export const deviation = (job) => measured(job) / expected(job) - 1;

/**
 * The digest that a machine must have after receiving exactly this file: every command that it acknowledged,
 * each with a line break. Counted here without any of the code that streamed it; these files have `;` comments only.
 */
function commandsSha256(fileName) {
  const lines = readFileSync(fixture(fileName), 'utf8').split('\n');
  const commands = lines.map((line) => line.split(';')[0].trim()).filter(Boolean);
  return createHash('sha256')
    .update(`${commands.join('\n')}\n`)
    .digest('hex');
}

/** Length × section × density: the mass that the ledger must have taken from the spool of the run's machine. */
function spoolAgrees(run, spools) {
  const spool = spools.find(({ machineId }) => machineId === run?.machineId);
  if (!spool) return false;
  const { diameterMm, densityGramsPerCm3 } = spool.filament;
  const cm3 = ((sum(run.filamentUm) / 1000) * Math.PI * (diameterMm / 2) ** 2) / 1000;
  const wanted = cm3 * densityGramsPerCm3;
  return wanted > 0 && Math.abs((spool.taken.get(run.id) ?? 0) - wanted) <= HALF_A_MILLIGRAM + 1e-9;
}

/** @returns {[what: string, ok: boolean][]} */
function printChecks(jobs, runs, spools) {
  return [
    [
      say('both runs are done', 'les deux tentatives sont terminées'),
      runs.length === 2 && runs.every((run) => run?.state === 'done'),
    ],
    [
      say('every line sent was acknowledged', 'chaque ligne envoyée est acquittée'),
      runs.every((run) => run && run.linesSent > 0 && run.linesAcknowledged === run.linesSent),
    ],
    [
      say(
        'each machine received all commands of its file, in order (SHA-256)',
        'chaque machine a reçu toutes les commandes de son fichier, dans l’ordre (SHA-256)',
      ),
      jobs.every((job, index) => runs[index]?.commandsSha256 === commandsSha256(job.fileName)),
    ],
    [
      say('filament within 0.1% of the slicer’s figure', 'filament à 0,1 % près du chiffre du trancheur'),
      jobs.every((job) => Math.abs(deviation(job)) < WITHIN),
    ],
    [
      say(
        'each spool lost exactly the mass that its machine’s run used, to the milligram',
        'chaque bobine a perdu la masse utilisée par sa machine, au milligramme près',
      ),
      runs.every((run) => spoolAgrees(run, spools)),
    ],
  ];
}

/** @returns {[what: string, ok: boolean][]} */
function moneyChecks({ usage, invoice, pdfPath }) {
  const pdf = pdfPath ? readFileSync(pdfPath) : Buffer.alloc(0);
  return [
    [
      say(
        'the resident’s print is recorded with its value, and free',
        'l’impression du résident est enregistrée avec sa valeur, et gratuite',
      ),
      usage?.valueCents > 0 && usage.chargedCents === 0,
    ],
    [
      say(
        'the client’s invoice has the print and the added line',
        'la facture du client contient l’impression et la ligne ajoutée',
      ),
      ['print', 'hand-written'].every((kind) => invoice?.lines.some((line) => line.kind === kind)),
    ],
    [
      say('the invoice’s PDF is there', 'le PDF de la facture est là'),
      pdf.subarray(0, 5).toString() === '%PDF-',
    ],
  ];
}

/**
 * The checks that must pass before the demonstration may say that it worked: they read nothing from the requests,
 * only * the state of server, ledger and disk afterwards.
 * @param {any} result what `runPrints` did
 * @returns {[what: string, ok: boolean][]}
 */
export function verify({ jobs, spools, usage, invoice, pdfPath }) {
  const runs = jobs.map((job) => job.runs.at(-1));
  return [...printChecks(jobs, runs, spools), ...moneyChecks({ usage, invoice, pdfPath })];
}
