import type { NoticeDetails, NoticeKind } from '../../people/notices/notice-kind';

export type MachineDetails = NoticeDetails & { readonly machineId: string; readonly machine: string };
export type LabDetails = NoticeDetails & { readonly labId: string; readonly lab: string };

const machinePath = ({ machineId }: MachineDetails): string => `/machines/${machineId}`;

export const machineNeedsPerson: NoticeKind<MachineDetails> = {
  name: 'machine.needsPerson',
  group: 'staff',
  // It happens many times a day, and people who are in the lab see it on the wall.
  defaults: { bell: true, mail: false },
  words: {
    fr: {
      name: 'Une machine attend quelqu’un',
      one: '{machine} attend quelqu’un',
      several: '{machine} a attendu quelqu’un {count} fois',
      together: '{count} machines attendent quelqu’un',
    },
    en: {
      name: 'A machine needs a person',
      one: '{machine} needs a person',
      several: '{machine} needed a person {count} times',
      together: '{count} machines need a person',
    },
  },
  path: machinePath,
};

export const machineHeatersUnknown: NoticeKind<MachineDetails> = {
  name: 'machine.heatersUnknown',
  group: 'staff',
  defaults: { bell: true, mail: true },
  words: {
    fr: {
      name: 'Une machine chauffe peut-être sans contrôle',
      one: '{machine} ne répond plus : elle chauffe peut-être encore',
      several: '{machine} n’a plus répondu {count} fois : elle chauffe peut-être encore',
      together: '{count} fois, une machine chauffe peut-être encore',
    },
    en: {
      name: 'A machine may be hot without control',
      one: '{machine} does not answer: it may still be heating',
      several: '{machine} did not answer {count} times: it may still be heating',
      together: '{count} times, a machine may still be heating',
    },
  },
  path: machinePath,
  more: (_details, language) =>
    language === 'fr'
      ? 'Allez la voir, ou coupez son courant.'
      : 'Go and look at it, or switch off its power.',
};

/** @property load what has to be loaded; '' for any spool. @property jobs waiting jobs that need it */
export type ChangeDetails = MachineDetails & { readonly load: string; readonly jobs: number };

export const spoolChangeWanted: NoticeKind<ChangeDetails> = {
  name: 'machine.spoolChange',
  group: 'staff',
  // It can wait until a person is in the lab.
  defaults: { bell: true, mail: false },
  words: {
    fr: {
      name: 'Une bobine est à changer',
      one: '{machine} : chargez {load}',
      several: '{count} bobines à changer, par exemple {machine} : {load}',
      together: '{count} bobines sont à changer',
    },
    en: {
      name: 'A spool should be changed',
      one: '{machine}: load {load}',
      several: '{count} spools to change, such as {machine}: {load}',
      together: '{count} spools should be changed',
    },
  },
  path: machinePath,
  values: ({ load }, language) => ({ load: load || (language === 'fr' ? 'une bobine' : 'a spool') }),
  more: ({ jobs }, language) => {
    if (language === 'fr')
      return jobs === 1 ? 'Un travail attend cette bobine.' : `${jobs} travaux attendent cette bobine.`;
    return jobs === 1 ? 'One job waits for this spool.' : `${jobs} jobs wait for this spool.`;
  },
};

export const labComputerAway: NoticeKind<LabDetails> = {
  name: 'lab.computerAway',
  group: 'staff',
  defaults: { bell: true, mail: true },
  words: {
    fr: {
      name: 'L’ordinateur d’un lab ne répond plus',
      one: 'L’ordinateur du lab ne répond plus : {lab}',
      several: 'L’ordinateur du lab n’a plus répondu {count} fois : {lab}',
      together: 'Les ordinateurs de plusieurs labs ne répondent plus',
    },
    en: {
      name: 'A lab’s computer does not answer',
      one: 'The lab’s computer does not answer: {lab}',
      several: 'The lab’s computer did not answer {count} times: {lab}',
      together: 'The computers of several labs do not answer',
    },
  },
  path: () => '/',
  more: (_details, language) =>
    language === 'fr'
      ? 'Les impressions en cours continuent. Vérifiez l’ordinateur et son réseau.'
      : 'Running prints go on. Check the computer and its network.',
};

/** The notices for those who look after a lab. */
export const staffNotices = [machineNeedsPerson, machineHeatersUnknown, spoolChangeWanted, labComputerAway];
