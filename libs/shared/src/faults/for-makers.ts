import type { Language } from '../language';
import { inLanguage, type Wording } from '../wording';
import type { FaultEntry, Sentences } from './entry';

/**
 * Who reads the fault: the staff, who look after the machines, or a maker, who has something made on them. A maker is
 * not asked to check cables and settings, and sees no device, address or path of the lab.
 */
export type Reader = 'staff' | 'maker';

/** Faults of machines and of the lab's computer: only the staff can fix them. */
const OF_THE_STAFF = /^(MACHINE|LAB|HOST|LINK)\./;
/** Parameters whose value is a place in the lab, or a program's own message, which may contain one. */
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
/** The end of a sentence that a maker does not need: “: {reason}” in “The line to the machine was lost: {reason}.” */
const TOLD_AT_THE_END = new RegExp(`\\s?(?::\\s${PLACE}|\\(${PLACE}\\))(?=\\.|$)`);

const unreached: Wording = {
  en: 'The lab’s computer has trouble with the machine.',
  fr: 'L’ordinateur du lab a un problème avec la machine.',
};
const seenTo: Wording = {
  en: 'The staff of the lab take care of it.',
  fr: 'L’équipe du lab s’en occupe.',
};

/** The sentences a maker sees: the same as the staff, unless only the staff can fix the fault. */
export function sentencesForMakers(code: string, entry: FaultEntry, language: Language): Sentences {
  const [what, cure] = inLanguage(entry, language);
  const makerCure = entry.makerCure && inLanguage(entry.makerCure, language);
  if (!OF_THE_STAFF.test(code)) return [what, makerCure ?? cure];
  const short = what.replace(TOLD_AT_THE_END, '');
  const isPlain = !new RegExp(PLACE).test(short);
  return [isPlain ? short : inLanguage(unreached, language), makerCure ?? inLanguage(seenTo, language)];
}

/** The parameters of a fault that the server sends to a maker: none that contains a place in the lab. */
export const detailsForMakers = <Details extends object>(code: string, details: Details): Partial<Details> =>
  OF_THE_STAFF.test(code)
    ? (Object.fromEntries(
        Object.entries(details).filter(([name]) => !PLACES.includes(name)),
      ) as Partial<Details>)
    : details;
