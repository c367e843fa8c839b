import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { currentLanguage } from '../i18n/i18n';
import { leaveForSignIn } from './client';
import type { Job, Lab, Machine } from './queries';
import { hearUnread } from './unread';

/** The state of a lab, as the server last sent it. */
export interface LabPicture {
  readonly lab: Lab;
  readonly machines: readonly Machine[];
  /** The newest jobs that this person may see. */
  readonly jobs: readonly Job[];
}

/** `live`: the state is current. `lost`: the state is old, and the page must say so. */
export type Connection = 'connecting' | 'live' | 'lost';

export interface LiveLab {
  readonly picture: LabPicture | undefined;
  readonly connection: Connection;
  /** When the last event of the server arrived, in milliseconds. */
  readonly heardAt: number | undefined;
}

/** The server pings every ten seconds: a page that receives nothing for longer shows an old state. */
const SILENCE_MS = 15_000;

const replaced = <T extends { readonly id: string }>(items: readonly T[], item: T): readonly T[] =>
  items.map((each) => (each.id === item.id ? item : each));

/** Sorted again only when the order may have changed: in a large lab sorting is expensive, and events are frequent. */
function withMachine(machines: readonly Machine[], machine: Machine): readonly Machine[] {
  const before = machines.find(({ id }) => id === machine.id);
  if (before?.name === machine.name) return replaced(machines, machine);
  const others = machines.filter(({ id }) => id !== machine.id);
  return [...others, machine].sort((a, b) => a.name.localeCompare(b.name));
}

/** As many jobs as the server watches: older jobs get no more events, so the page must not show them as current. */
export const JOBS_WATCHED = 50;
const withJob = (jobs: readonly Job[], job: Job): readonly Job[] =>
  jobs.some(({ id }) => id === job.id)
    ? replaced(jobs, job)
    : [job, ...jobs].sort((a, b) => b.createdAt.localeCompare(a.createdAt)).slice(0, JOBS_WATCHED);

type Change = (picture: LabPicture) => LabPicture;

const changes: Readonly<Record<string, (data: never) => Change>> = {
  lab: (lab: Lab) => (picture) => ({ ...picture, lab }),
  machine: (machine: Machine) => (picture) => ({
    ...picture,
    machines: withMachine(picture.machines, machine),
  }),
  'machine-gone':
    ({ id }: { id: string }) =>
    (picture) => ({ ...picture, machines: picture.machines.filter((machine) => machine.id !== id) }),
  job: (job: Job) => (picture) => ({ ...picture, jobs: withJob(picture.jobs, job) }),
};

/**
 * Watches a lab by server-sent events. The browser reconnects by itself after a loss; until then the last state stays,
 * marked as lost. The stream has the language of the page, because the server writes sentences into its events.
 */
export function useLiveLab(labId: string | undefined): LiveLab {
  const [live, setLive] = useState<LiveLab>(NOTHING);
  const language = currentLanguage();
  const queries = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language is another stream
  useEffect(() => {
    if (!labId) return undefined;
    setLive(NOTHING);
    return watch(labId, setLive, (unread) => hearUnread(queries, unread));
  }, [labId, language]);
  return useMemo(() => live, [live]);
}

const NOTHING: LiveLab = { picture: undefined, connection: 'connecting', heardAt: undefined };

/** Events within this time are shown together: in a large lab, each machine sends its own events. */
const GATHER_MS = 60;
/** How long to wait after a refusal: while the server restarts, the reverse proxy refuses the request. */
const RETURN_MS = 5_000;

function watch(
  labId: string,
  setLive: (next: (live: LiveLab) => LiveLab) => void,
  onUnread: (unread: number) => void,
): () => void {
  let source: EventSource;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let comeBack: ReturnType<typeof setTimeout> | undefined;
  let heard: ((picture: LabPicture | undefined) => LabPicture | undefined)[] = [];
  const lose = () => setLive((live) => ({ ...live, connection: 'lost' }));
  const show = () => {
    gathering = undefined;
    const all = heard;
    heard = [];
    const heardAt = Date.now();
    setLive(({ picture }) => {
      const next = all.reduce<LabPicture | undefined>((before, change) => change(before), picture);
      return { picture: next, connection: 'live', heardAt };
    });
  };
  const hear = (change: (picture: LabPicture | undefined) => LabPicture | undefined) => {
    clearTimeout(silence);
    silence = setTimeout(lose, SILENCE_MS);
    heard.push(change);
    gathering ??= setTimeout(show, GATHER_MS);
  };
  const open = () => {
    source = new EventSource(`/api/v1/labs/${labId}/live?language=${currentLanguage()}`);
    source.addEventListener('snapshot', ({ data }) => hear(() => JSON.parse(data) as LabPicture));
    source.addEventListener('ping', () => hear((picture) => picture));
    source.addEventListener('notices', ({ data }) =>
      onUnread((JSON.parse(data) as { unread: number }).unread),
    );
    for (const [event, change] of Object.entries(changes))
      source.addEventListener(event, ({ data }) =>
        hear((picture) => picture && change(JSON.parse(data) as never)(picture)),
      );
    source.onerror = () => {
      if (gathering) {
        clearTimeout(gathering);
        show();
      }
      lose();
      if (source.readyState !== EventSource.CLOSED) return;
      // Closed for good: the request was refused. Usually the person is signed out; otherwise it is tried again.
      askWhy();
      comeBack = setTimeout(open, RETURN_MS);
    };
  };
  open();
  return () => {
    for (const timer of [silence, gathering, comeBack]) clearTimeout(timer);
    source.close();
  };
}

async function askWhy(): Promise<void> {
  const answer = await fetch('/api/v1/me').catch(() => undefined);
  if (answer?.status === 401) leaveForSignIn();
}
