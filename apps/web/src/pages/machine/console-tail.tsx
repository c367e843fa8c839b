import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { type Tail, tailQuery } from './queries';
import { Section } from './section';

interface Props {
  readonly machineId: string;
  /** Runs that have ended, the newest first. */
  readonly runIds: readonly string[];
}

/** What was said on the line last: a lab sends it when a run ends, so that of a run under way is not here yet. */
export function ConsoleTail({ machineId, runIds }: Props) {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery(tailQuery(machineId, runIds));
  return (
    <Section title={t('machine.console.title')}>
      <p className="quiet">{t('machine.console.when')}</p>
      {data ? (
        <Lines tail={data} />
      ) : data === null ? (
        <p>{t('machine.console.none')}</p>
      ) : (
        !error && <Loading />
      )}
      {error && <ProblemAlert error={error} />}
      <Button size="md" variant="default" loading={isFetching} onClick={() => refetch()}>
        {t('machine.console.refresh')}
      </Button>
    </Section>
  );
}

function Lines({ tail }: { tail: Tail }) {
  const { t } = useTranslation();
  const block = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines: their end is what is looked for
  useEffect(() => {
    block.current?.scrollTo(0, block.current.scrollHeight);
  }, [tail]);
  return (
    <>
      {tail.left > 0 && <p className="quiet">{t('machine.console.left', { count: tail.left })}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section ref={block} className="console" tabIndex={0} aria-label={t('machine.console.lines')}>
        <pre>{tail.lines.join('\n')}</pre>
      </section>
    </>
  );
}
