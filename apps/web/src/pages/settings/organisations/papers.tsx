import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../../api/client';
import { get } from '../../../api/get';
import { formatDay, formatEuros } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { StateBadge, type Tone } from '../../../parts/state-badge';

type Document = Schemas['Document'];

const SHOWN = 20;

/** The latest documents of a client. */
export function Papers({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation();
  const papers = useQuery(get('/api/v1/documents', { query: { organisationId, limit: SHOWN } }));
  const { data } = papers;
  return (
    <Stack component="section" gap="sm" aria-labelledby="papers">
      <Title order={2} size="h3" id="papers">
        {t('organisations.papers.title')}
      </Title>
      {papers.isPending && <Loading />}
      {papers.isError && <ProblemAlert error={papers.error} retry={() => void papers.refetch()} />}
      {data?.total === 0 && <p className="quiet form-help">{t('organisations.papers.none')}</p>}
      {data && data.total > 0 && (
        <ul className="rows">
          {data.items.map((document) => (
            <PaperRow key={document.id} document={document} />
          ))}
        </ul>
      )}
      {data && data.total > SHOWN && (
        <Text size="sm" className="quiet">
          {t('organisations.papers.more', { count: data.total - SHOWN })}
        </Text>
      )}
    </Stack>
  );
}

const TONES: Partial<Record<Document['state'], Tone>> = {
  accepted: 'good',
  issued: 'good',
  refused: 'bad',
  expired: 'soon',
};

function PaperRow({ document }: { document: Document }) {
  const { t } = useTranslation();
  const { id, kind, number, title, issuedOn, createdAt, grossCents, state, isOverdue } = document;
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" gap="xs">
        <div className="row-main">
          <Anchor component={Link} to={`/documents/${id}`} fw={600} className="typed row-link">
            {t(`organisations.papers.kind.${kind}`)} {number}
          </Anchor>
          <Text size="sm" className="quiet typed">
            {[title, formatDay(issuedOn ?? createdAt)].join(' · ')}
          </Text>
        </div>
        {grossCents !== null && <Text className="figures">{formatEuros(grossCents)}</Text>}
        {isOverdue ? (
          <StateBadge tone="bad">{t('organisations.papers.overdue')}</StateBadge>
        ) : (
          <StateBadge tone={TONES[state] ?? 'neutral'}>{t(`organisations.papers.state.${state}`)}</StateBadge>
        )}
      </Group>
    </Paper>
  );
}
