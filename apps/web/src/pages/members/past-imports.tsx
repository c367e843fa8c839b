import { List, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../api/client';
import { get } from '../../api/get';
import { Confirm } from '../../parts/confirm';
import { Empty } from '../../parts/empty';
import { formatMoment } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { Pager } from '../../parts/pager';
import { ProblemAlert } from '../../parts/problem-alert';

const SIZE = 25;
type Import = Schemas['Import'];

export function PastImports() {
  const { t } = useTranslation();
  const [offset, setOffset] = useState(0);
  const imports = useQuery(get('/api/v1/members/imports', { query: { limit: SIZE, offset } }));
  if (imports.isPending) return <Loading />;
  if (imports.isError) return <ProblemAlert error={imports.error} retry={() => void imports.refetch()} />;
  if (imports.data.total === 0) return <Empty title={t('members.files.pastNone')} />;
  return (
    <Stack>
      <ul className="rows">
        {imports.data.items.map((each) => (
          <Row key={each.id} file={each} />
        ))}
      </ul>
      <Pager offset={offset} size={SIZE} total={imports.data.total} go={setOffset} />
    </Stack>
  );
}

/** Undoing an import keeps members for whom something was recorded since; only this row shows their names and why. */
function Row({ file: { id, fileName, members, createdAt, undoneAt } }: { file: Import }) {
  const { t } = useTranslation();
  const [undone, setUndone] = useState<Schemas['Undone']>();
  const undo = async () =>
    setUndone(await content(api.POST('/api/v1/members/imports/{id}/undo', { params: { path: { id } } })));
  return (
    <Paper component="li" withBorder p="sm">
      <Text fw={600} className="typed">
        {fileName}
      </Text>
      <Text size="sm">{t('members.files.line', { count: members, moment: formatMoment(createdAt) })}</Text>
      {undoneAt ? (
        <Text size="sm">{t('members.files.undone', { moment: formatMoment(undoneAt) })}</Text>
      ) : (
        <Confirm
          color="red"
          variant="outline"
          mt="xs"
          label={t('members.files.undo')}
          act={undo}
          touches={['/api/v1/members']}
        >
          <Text className="typed">{t('members.files.undoText', { file: fileName })}</Text>
        </Confirm>
      )}
      {undone && (
        <div role="status">
          <Text size="sm">{t('members.files.removed', { count: undone.removed })}</Text>
          {undone.kept.length > 0 && <Text size="sm">{t('members.files.kept')}</Text>}
          <List size="sm">
            {undone.kept.map((kept) => (
              <List.Item key={kept.id} className="typed">
                {kept.displayName} – {kept.why.map(({ what }) => what).join(' ')}
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </Paper>
  );
}
