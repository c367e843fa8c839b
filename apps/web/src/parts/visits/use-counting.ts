import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/problem';
import { newKey, type Tap, type VisitBody } from './tap-queue';
import { useTaps } from './use-taps';

/** How long the last visit can be undone beside the buttons. Later, the list of the day has it. */
const UNDO_MS = 15_000;

/** A member who was named for the next visit. */
export interface Named {
  readonly memberId?: string;
  readonly cardCode?: string;
  readonly label: string;
}
/** What the line under the buttons says. */
export interface CountNote {
  readonly tone: 'good' | 'bad' | 'neutral';
  readonly text: string;
  /** The visit that can be undone. */
  readonly undo?: string;
}

interface Senders {
  readonly send: (tap: Tap) => Promise<unknown>;
  /** After each tap that reached the server. */
  readonly onSent: () => void;
}

/** Counts visits at a desk or at a door: the taps, the member who was named, what was done last, and its undo. */
export function useCounting(place: string, { send, onSent }: Senders) {
  const { t } = useTranslation();
  const [named, setNamed] = useState<Named>();
  const [note, setNote] = useState<CountNote>();
  const names = useRef(new Map<string, string>());
  const taps = useTaps(place, send, {
    onSent: (tap, answer) => {
      if (wasThereBefore(answer))
        setNote((was) => ({
          ...{ tone: 'neutral', text: t('visits.already', { name: names.current.get(tap.key) ?? '' }) },
          ...(was?.undo && { undo: was.undo }),
        }));
      onSent();
    },
    onRefused: (_tap, problem: Problem, isNameless) =>
      setNote({
        tone: 'bad',
        text: isNameless
          ? t('visits.noName')
          : t('visits.refused', { what: problem.what, cure: problem.cure }),
      }),
  });
  const undo = note?.undo;
  useEffect(() => {
    if (!undo) return undefined;
    const end = window.setTimeout(() => setNote((was) => (was?.undo === undo ? undefined : was)), UNDO_MS);
    return () => window.clearTimeout(end);
  }, [undo]);

  const count = (visit: VisitBody) => {
    const key = newKey();
    const who = named && (named.memberId ? { memberId: named.memberId } : { cardCode: named.cardCode ?? '' });
    if (named) names.current.set(key, named.label);
    const words = {
      public: t(`visits.publics.${visit.public}`),
      purpose: t(`visits.purposes.${visit.purpose}`),
      ...{ count: visit.people, name: named?.label },
    };
    const text = named ? 'visits.countedFor' : visit.people > 1 ? 'visits.countedMany' : 'visits.counted';
    setNote({ tone: 'good', text: t(text, words), undo: key });
    setNamed(undefined);
    taps.tap({ key, kind: 'visit', tappedAt: Date.now(), body: { ...visit, ...who } });
  };
  const undoLast = () => {
    if (!undo) return;
    if (!taps.takeBack(undo)) taps.tap({ key: newKey(), kind: 'undo', tappedAt: Date.now(), of: undo });
    setNote({ tone: 'neutral', text: t('visits.undone') });
  };
  return { count, undoLast, named, setNamed, note, setNote, ...taps };
}

const wasThereBefore = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'alreadyToday' in answer && answer.alreadyToday === true;
