import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { say } from '../lib/language.mjs';
import { hourCheck } from './hour.mjs';
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

/**
 * What each paper must say, in cents, counted by hand: 4 × 12.37 − 10 % = 44.53; with 480.00 and 525.00 it is 1 049.53,
 * and VAT at 20 % is 209.91. 30 % would be 314.86, but then both VAT sums would miss a cent: the deposit is 314.85. Of
 * the four parts one is credited: 11.13.
 */
const BY_HAND = {
  quote: [104_953, 20_991, 125_944],
  deposit: [31_485, 6_297, 37_782],
  invoice: [73_468, 14_694, 88_162],
  creditNote: [1_113, 223, 1_336],
};

const figuresOf = (paper) => [paper?.netCents, paper?.vatCents, paper?.grossCents];
const agrees = (paper, figures) => figuresOf(paper).every((cents, at) => cents === figures[at]);

/** @returns {[what: string, ok: boolean][]} */
function paperChecks(papers) {
  const { quote, deposit, invoice, creditNote, order } = papers;
  const together = figuresOf(deposit).map((cents, at) => cents + figuresOf(invoice)[at]);
  return [
    [
      say(
        'the client accepted the quote on the secret page: who, when, and which PDF',
        'le client a accepté le devis sur la page secrète\u00a0: qui, quand, et quel PDF',
      ),
      quote?.state === 'accepted' &&
        quote.acceptance?.how === 'page' &&
        quote.files.some(({ sha256 }) => sha256 === quote.acceptance.pdfSha256),
    ],
    [
      say(
        'quote, deposit, invoice and credit note are right to the cent',
        'devis, acompte, facture et avoir sont justes au centime',
      ),
      Object.entries(BY_HAND).every(([name, figures]) => agrees(papers[name], figures)),
    ],
    [
      say(
        'deposit and final invoice add up to the quote: no cent of VAT is lost',
        'l’acompte et la facture finale font le devis\u00a0: pas un centime de TVA perdu',
      ),
      agrees(quote, together),
    ],
    [
      say(
        'the final invoice deducts the deposit by number and date; the print added no price to the quote',
        'la facture finale déduit l’acompte, par numéro et date, et l’impression n’ajoute rien au prix du devis',
      ),
      invoice?.content.cites.some(({ number }) => number === deposit.number) &&
        order.state === 'invoiced' &&
        order.netCents === BY_HAND.quote[0],
    ],
    [
      say(
        'one part was credited; the rest of the invoice stays',
        'une pièce fait l’objet d’un avoir, et le reste de la facture demeure',
      ),
      creditNote?.content.cites[0]?.number === invoice?.number &&
        invoice?.openCents === BY_HAND.invoice[2] - BY_HAND.creditNote[2],
    ],
  ];
}

const startsWith = (path, text) =>
  path !== undefined && readFileSync(path).subarray(0, text.length).toString() === text;

/** @returns {[what: string, ok: boolean][]} */
function fileChecks({ chain, pdfPath, xmlPath }) {
  return [
    [
      say('the invoice’s PDF and its XML are there', 'le PDF de la facture et son XML sont là'),
      startsWith(pdfPath, '%PDF-') && startsWith(xmlPath, '<?xml'),
    ],
    [
      say('the chain of issued documents is whole', 'la chaîne des documents émis est intacte'),
      chain?.state === 'whole' && chain.documents >= 3,
    ],
  ];
}

/** @returns {[what: string, ok: boolean][]} */
function moneyChecks({ usage, papers }) {
  return [
    [
      say(
        'the resident’s print is recorded with its value, and free',
        'l’impression du résident est enregistrée avec sa valeur, et gratuite',
      ),
      usage?.valueCents > 0 && usage.chargedCents === 0,
    ],
    ...paperChecks(papers),
    ...fileChecks(papers),
  ];
}

/**
 * The checks that must pass before the demonstration may say that it worked: they read nothing from the requests,
 * only the state of server, ledger and disk afterwards.
 * @param {any} result what `runPrints` did
 * @returns {[what: string, ok: boolean][]}
 */
export function verify({ jobs, spools, usage, papers, hour }) {
  const runs = jobs.map((job) => job.runs.at(-1));
  return [...printChecks(jobs, runs, spools), hourCheck(hour), ...moneyChecks({ usage, papers })];
}
