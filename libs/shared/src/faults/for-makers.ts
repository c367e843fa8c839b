import type { Language } from '../language';
import type { FaultEntry, Sentences } from './entry';

/**
 * Who is told: those who look after the machines, or those who have something made on them. The second are not asked to
 * see to cables and settings, and learn no device, address or path of the lab.
 */
export type Reader = 'staff' | 'maker';

/** Troubles of machines and of the lab's computer: only the staff can see to them. */
const OF_THE_STAFF = /^(MACHINE|LAB|HOST|LINK)\./;
/** What fills these names a place in the lab, or is a program's own words, which do so too. */
const PLACES = [
  'address',
  'path',
  'file',
  'directory',
  'url',
  'host',
  'port',
  'variable',
  'reason',
  'message',
];
const PLACE = `\\{(?:${PLACES.join('|')})\\}`;
/** “The line to the machine was lost: {reason}.” says enough without its end. */
const TOLD_AT_THE_END = new RegExp(`\\s?(?::\\s${PLACE}|\\(${PLACE}\\))(?=\\.|$)`);

const unreached: Readonly<Record<Language, string>> = {
  en: 'The lab’s computer has trouble with the machine.',
  fr: 'L’ordinateur du lab a un problème avec la machine.',
};
const seenTo: Readonly<Record<Language, string>> = {
  en: 'The staff of the lab see to it.',
  fr: 'L’équipe du lab s’en occupe.',
};

/** What a maker is told of a fault: the same, unless it is the staff's to mend. */
export function sentencesForMakers(code: string, entry: FaultEntry, language: Language): Sentences {
  const [what, cure] = entry[language];
  if (!OF_THE_STAFF.test(code)) return [what, entry.makerCure?.[language] ?? cure];
  const short = what.replace(TOLD_AT_THE_END, '');
  const isPlain = !new RegExp(PLACE).test(short);
  return [isPlain ? short : unreached[language], entry.makerCure?.[language] ?? seenTo[language]];
}

/** The parameters of a fault that a maker is sent: none that names a place. */
export const detailsForMakers = <Details extends object>(code: string, details: Details): Partial<Details> =>
  OF_THE_STAFF.test(code)
    ? (Object.fromEntries(
        Object.entries(details).filter(([name]) => !PLACES.includes(name)),
      ) as Partial<Details>)
    : details;
