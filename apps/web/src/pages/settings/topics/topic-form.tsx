import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { audienceValues, topicLevelValues } from '../../../api/schema';
import { centsOf } from '../../../parts/cents-of';
import { Form } from '../../../parts/form/form';
import { useKinds } from '../../members/kinds';
import { nameIn } from '../name-in';
import { bodyOf, typedOf } from './typed';

type Topic = Schemas['Topic'];

interface Props {
  /** The topic to change; absent: another one is added. */
  readonly topic?: Topic;
  readonly onDone: () => void;
}

/** Adds a topic to the catalogue, or changes one: sessions that exist keep what they have. */
export function TopicForm({ topic, onDone }: Props) {
  const { t } = useTranslation();
  const { all: kinds } = useKinds();
  const send = (typed: ReturnType<typeof typedOf>) => {
    const body = bodyOf(typed, centsOf('price', typed.price));
    if (!topic) return content(api.POST('/api/v1/topics', { body }));
    const { id, position, version } = topic;
    return content(
      api.PUT('/api/v1/topics/{id}', { params: { path: { id } }, body: { ...body, position, version } }),
    );
  };
  return (
    <Form
      initial={typedOf(topic)}
      send={send}
      touches={['/api/v1/topics']}
      onDone={onDone}
      onCancel={onDone}
      submit={t(topic ? 'common.save' : 'topics.addSave')}
      draft={`topic-${topic?.id ?? 'new'}`}
    >
      {({ field, tick }) => (
        <>
          <TextInput {...field('nameFr')} label={t('settings.nameFr')} required maxLength={120} />
          <TextInput {...field('nameEn')} label={t('settings.nameEn')} required maxLength={120} />
          <NativeSelect
            {...field('level')}
            label={t('topics.level')}
            data={topicLevelValues.map((value) => ({ value, label: t(`lab-session.levels.${value}`) }))}
          />
          <Textarea
            {...field('aimsFr')}
            label={t('topics.aimsFr')}
            description={t('topics.aimsHelp')}
            {...{ required: true, autosize: true, minRows: 2, maxLength: 1000 }}
          />
          <Textarea
            {...field('aimsEn')}
            label={t('topics.aimsEn')}
            {...{ required: true, autosize: true, minRows: 2, maxLength: 1000 }}
          />
          <div className="topics-trio">
            <NumberInput
              {...field('lengthMinutes')}
              label={t('topics.length')}
              {...{ min: 5, max: 1440, hideControls: true, allowDecimal: false, required: true }}
            />
            <NumberInput
              {...field('capacity')}
              label={t('topics.capacity')}
              {...{ min: 1, max: 500, hideControls: true, allowDecimal: false, required: true }}
            />
            <TextInput {...field('price')} label={t('topics.price')} inputMode="decimal" required />
          </div>
          <NativeSelect
            {...field('inductionKind')}
            label={t('topics.induction')}
            description={t('topics.inductionHelp')}
            data={[
              { value: '', label: t('topics.noInduction') },
              ...kinds.map((kind) => ({ value: kind.code, label: nameIn(kind) })),
            ]}
          />
          <fieldset className="topics-audiences">
            <legend>{t('topics.audience')}</legend>
            <p className="quiet">{t('topics.audienceHelp')}</p>
            {audienceValues.map((audience) => (
              <label key={audience}>
                <input
                  type="checkbox"
                  name={audience}
                  checked={tick(audience).checked}
                  onChange={tick(audience).onChange}
                />
                {t(`lab-session.audiences.${audience}`)}
              </label>
            ))}
          </fieldset>
        </>
      )}
    </Form>
  );
}
