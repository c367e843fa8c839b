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
export function sentenceOf(sent: Sent, language: Language): string {
  const { job, position } = sent;
  const isFrench = language === 'fr';
  if (!job)
    return isFrench
      ? 'Reçu : le fichier attend dans vos dépôts.'
      : 'Received: the file waits in your uploads.';
  if (position !== null) return waitingWords(sent, language);
  if (job.state === 'analysing')
    return isFrench
      ? 'Dans la file d’attente ; le serveur lit encore le fichier.'
      : 'In the queue; the server is still reading the file.';
  return isFrench ? 'Envoyé à l’impression.' : 'Sent to be printed.';
}

/** The place in the queue, and the expected hour on the clock of the lab. */
function waitingWords({ position, startAt, timeZone }: Sent, language: Language): string {
  const isFrench = language === 'fr';
  const place = isFrench ? `Dans la file d’attente, place ${position}` : `In the queue, place ${position}`;
  if (startAt === null) return `${place}.`;
  const hour = hourWords(startAt, timeZone, language);
  return isFrench ? `${place} ; départ vers ${hour}.` : `${place}; starts about ${hour}.`;
}

/** Such as « jeudi 14 h 30 », or “Thursday 14:30”. */
function hourWords(instant: number, timeZone: string, language: Language): string {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const in24 = { weekday: 'long', hour: '2-digit', minute: '2-digit', timeZone } as const;
  const parts = new Intl.DateTimeFormat(locale, in24).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const between = language === 'fr' ? '\u00a0h\u00a0' : ':';
  return `${part('weekday')} ${part('hour')}${between}${part('minute')}`;
}
