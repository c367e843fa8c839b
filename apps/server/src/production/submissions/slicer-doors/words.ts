import type { Language } from '@pandafab/shared';
import type { Sent } from './intake.service';

/** Slicers show about this much of a text. In characters. */
const LONGEST = 100;

/** The beginning of a sentence that fits in a slicer’s dialog, cut between words. */
export function brief(sentence: string): string {
  if (sentence.length <= LONGEST) return sentence;
  const cut = sentence.slice(0, LONGEST - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > LONGEST / 2 ? space : cut.length).trimEnd()}…`;
}

/** What became of a file, in one short sentence. */
export function sentenceOf({ job, position }: Sent, language: Language): string {
  const isFrench = language === 'fr';
  if (!job)
    return isFrench
      ? 'Reçu : le fichier attend dans vos dépôts.'
      : 'Received: the file waits in your uploads.';
  if (position !== null)
    return isFrench ? `Dans la file d’attente, place ${position}.` : `In the queue, place ${position}.`;
  if (job.state === 'analysing')
    return isFrench
      ? 'Dans la file d’attente ; le serveur lit encore le fichier.'
      : 'In the queue; the server is still reading the file.';
  return isFrench ? 'Envoyé à l’impression.' : 'Sent to be printed.';
}
