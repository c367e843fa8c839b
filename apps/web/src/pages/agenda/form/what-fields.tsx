import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { labSessionKindValues, topicLevelValues } from '../../../api/schema';
import type { Fields } from '../../../parts/form/form';
import { nameIn } from '../../settings/name-in';
import { topicsQuery } from './choices';
import { fromTopic, type Typed } from './typed';

/** Appointments are booked in free times of a trainer; they are not planned here. */
const KINDS = labSessionKindValues.filter((kind) => kind !== 'appointment');

/** What is taught: a topic fills in most of the rest. */
export function WhatFields({ fields, isNew }: { fields: Fields<Typed>; isNew: boolean }) {
  const { t } = useTranslation();
  const { field, set, values } = fields;
  const topics = useQuery(topicsQuery);
  const all = topics.data?.items ?? [];
  const choose = (id: string) => {
    const topic = all.find((each) => each.id === id);
    set(topic ? fromTopic(topic, values) : { topicId: '' });
  };
  const chooseKind = (kind: string) =>
    set(kind === 'class' ? { kind, audience: 'school', isPublic: false } : { kind });
  return (
    <>
      <NativeSelect
        {...field('topicId')}
        label={t('agenda.form.topic')}
        description={t('agenda.form.topicHelp')}
        data-autofocus
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={[
          { value: '', label: t('agenda.form.noTopic') },
          ...topicLevelValues.map((level) => ({
            group: t(`lab-session.levels.${level}`),
            items: all
              .filter((topic) => topic.level === level)
              .map((topic) => ({ value: topic.id, label: nameIn(topic) })),
          })),
        ]}
      />
      <TextInput {...field('title')} label={t('agenda.form.title')} required maxLength={120} />
      {isNew && (
        <NativeSelect
          {...field('kind')}
          label={t('agenda.kind')}
          onChange={({ currentTarget }) => chooseKind(currentTarget.value)}
          data={KINDS.map((value) => ({ value, label: t(`lab-session.kinds.${value}`) }))}
        />
      )}
    </>
  );
}
