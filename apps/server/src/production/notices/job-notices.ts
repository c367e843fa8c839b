import type { Language } from '@pandafab/shared';
import type { NoticeCause, NoticeDetails, NoticeKind } from '../../people/notices/notice-kind';
import { putIntoWords } from '../../platform/http/words';
import { instantInWords } from './instant-in-words';
import { pauseInWords } from './pause-reason';

/** What the words and the link of a job's notice need. */
export type JobDetails = NoticeDetails & { readonly jobId: string; readonly fileName: string };
export type CausedJob = JobDetails & { readonly cause: NoticeCause | null };
/** @property reason as the lab reported it: see `pauseKindOf` */
export type PausedJob = JobDetails & { readonly reason: string };
/** Milliseconds since the epoch; `cause` is fault-like, with words of its own. */
export type SlippedJob = CausedJob & { readonly expectedAt: number; readonly formerAt: number };

/** Names of labs; milliseconds since the epoch, null where no hour was known. */
export type MovedJob = JobDetails & {
  readonly fromLab: string;
  readonly toLab: string;
  readonly expectedAt: number;
  readonly formerAt: number | null;
};

const path = ({ jobId }: JobDetails): string => `/jobs/${jobId}`;

/** A cause as its maker may read it. */
function causeInWords({ cause }: CausedJob, language: Language): string | null {
  const words = putIntoWords(cause, language, 'maker');
  return words && `${words.what} ${words.cure}`.trim();
}

export const jobAccepted: NoticeKind<JobDetails> = {
  name: 'job.accepted',
  group: 'job',
  // Good news that needs no action: a mail for each would be too much.
  defaults: { bell: true, mail: false },
  words: {
    fr: {
      name: 'Mon fichier est accepté',
      one: 'Accepté, dans la file : {fileName}',
      several: '{count} pièces acceptées, dans la file : {fileName}',
      together: '{count} pièces sont dans la file',
    },
    en: {
      name: 'My file is accepted',
      one: 'Accepted, in the queue: {fileName}',
      several: '{count} parts accepted, in the queue: {fileName}',
      together: '{count} parts are in the queue',
    },
  },
  path,
};

export const jobRefused: NoticeKind<CausedJob> = {
  name: 'job.refused',
  group: 'job',
  defaults: { bell: true, mail: true },
  words: {
    fr: {
      name: 'Mon fichier est refusé',
      one: 'Refusé : {fileName}',
      several: '{count} pièces refusées : {fileName}',
      together: '{count} pièces sont refusées',
    },
    en: {
      name: 'My file is refused',
      one: 'Refused: {fileName}',
      several: '{count} parts refused: {fileName}',
      together: '{count} parts are refused',
    },
  },
  path,
  more: causeInWords,
};

export const jobWaitsForApproval: NoticeKind<JobDetails> = {
  name: 'job.waitsForApproval',
  group: 'job',
  // The person can only wait: the mail goes to those who can approve.
  defaults: { bell: true, mail: false },
  words: {
    fr: {
      name: 'Mon travail attend un accord',
      one: 'Attend l’accord de l’équipe : {fileName}',
      several: '{count} pièces attendent l’accord de l’équipe : {fileName}',
      together: '{count} pièces attendent l’accord de l’équipe',
    },
    en: {
      name: 'My job waits for approval',
      one: 'Waits for the staff’s approval: {fileName}',
      several: '{count} parts wait for the staff’s approval: {fileName}',
      together: '{count} parts wait for the staff’s approval',
    },
  },
  path,
};

export const jobNeedsYou: NoticeKind<PausedJob> = {
  name: 'job.needsYou',
  group: 'job',
  defaults: { bell: true, mail: true },
  words: {
    fr: {
      name: 'Ma pièce m’attend en cours d’impression',
      one: 'L’impression attend quelqu’un : {fileName}',
      several: '{count} pauses de l’impression : {fileName}',
      together: '{count} impressions attendent quelqu’un',
    },
    en: {
      name: 'My print needs a person',
      one: 'The print needs a person: {fileName}',
      several: 'The print paused {count} times: {fileName}',
      together: '{count} prints need a person',
    },
  },
  path,
  more: ({ reason }, language) => pauseInWords(reason, language),
};

export const jobDone: NoticeKind<JobDetails> = {
  name: 'job.done',
  group: 'job',
  defaults: { bell: true, mail: true },
  words: {
    fr: {
      name: 'Ma pièce est terminée',
      one: 'Terminé : {fileName}',
      several: '{count} pièces terminées : {fileName}',
      together: '{count} pièces sont terminées',
    },
    en: {
      name: 'My part is done',
      one: 'Done: {fileName}',
      several: '{count} parts done: {fileName}',
      together: '{count} parts are done',
    },
  },
  path,
};

export const jobFailed: NoticeKind<CausedJob> = {
  name: 'job.failed',
  group: 'job',
  defaults: { bell: true, mail: true },
  words: {
    fr: {
      name: 'Mon impression a échoué',
      one: 'Arrêté avant la fin : {fileName}',
      several: '{count} pièces arrêtées avant la fin : {fileName}',
      together: '{count} impressions se sont arrêtées avant la fin',
    },
    en: {
      name: 'My print has failed',
      one: 'Stopped before its end: {fileName}',
      several: '{count} parts stopped before their end: {fileName}',
      together: '{count} prints stopped before their end',
    },
  },
  path,
  more: causeInWords,
};

export const jobSlipped: NoticeKind<SlippedJob> = {
  name: 'job.slipped',
  group: 'job',
  defaults: { bell: true, mail: true },
  words: {
    fr: {
      name: 'Mon travail prend du retard',
      one: 'Prévu maintenant {expectedAt} : {fileName}',
      several: '{count} retards, prévu maintenant {expectedAt} : {fileName}',
      together: '{count} travaux prennent du retard',
    },
    en: {
      name: 'My job is delayed',
      one: 'Now expected {expectedAt}: {fileName}',
      several: 'Delayed {count} times, now expected {expectedAt}: {fileName}',
      together: '{count} jobs are delayed',
    },
  },
  path,
  values: ({ expectedAt, formerAt }, language) => ({
    expectedAt: instantInWords(expectedAt, language),
    formerAt: instantInWords(formerAt, language),
  }),
  more: (details, language) => {
    const before = instantInWords(details.formerAt, language);
    const former = language === 'fr' ? `Avant : ${before}.` : `Before: ${before}.`;
    return [former, causeInWords(details, language)].filter((each) => each !== null).join(' ');
  },
};

export const jobMoved: NoticeKind<MovedJob> = {
  name: 'job.moved',
  group: 'job',
  // The part is to be fetched elsewhere.
  defaults: { bell: true, mail: true },
  words: {
    fr: {
      name: 'Mon travail change de lab',
      one: 'Passe au lab {toLab}, prévu {expectedAt} : {fileName}',
      several: '{count} pièces passent au lab {toLab}, prévu {expectedAt} : {fileName}',
      together: '{count} travaux changent de lab',
    },
    en: {
      name: 'My job moves to another lab',
      one: 'Now in {toLab}, expected {expectedAt}: {fileName}',
      several: '{count} parts now in {toLab}, expected {expectedAt}: {fileName}',
      together: '{count} jobs move to another lab',
    },
  },
  path,
  values: ({ expectedAt }, language) => ({ expectedAt: instantInWords(expectedAt, language) }),
  more: ({ fromLab, formerAt }, language) => {
    const former = formerAt === null ? null : instantInWords(formerAt, language);
    if (language === 'fr')
      return former
        ? `Lab ${fromLab} : c’était prévu ${former}.`
        : `Lab ${fromLab} : aucune heure n’était connue.`;
    return former ? `In ${fromLab} it was expected ${former}.` : `In ${fromLab} no hour was known.`;
  },
};

export const jobNeedsApproval: NoticeKind<JobDetails> = {
  name: 'job.needsApproval',
  group: 'staff',
  // Nothing goes on until one of those who can approve has looked.
  defaults: { bell: true, mail: true },
  words: {
    fr: {
      name: 'Un travail attend mon accord',
      one: 'Attend votre accord : {fileName}',
      several: '{count} pièces attendent votre accord : {fileName}',
      together: '{count} pièces attendent votre accord',
    },
    en: {
      name: 'A job needs my approval',
      one: 'Needs your approval: {fileName}',
      several: '{count} parts need your approval: {fileName}',
      together: '{count} parts need your approval',
    },
  },
  path,
};

/** The notices about jobs. */
export const jobNotices = [
  ...[jobAccepted, jobRefused, jobWaitsForApproval, jobNeedsYou],
  ...[jobDone, jobFailed, jobSlipped, jobMoved, jobNeedsApproval],
];
