import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { Form } from '../../../parts/form/form';
import { codeOf } from '../code-of';
import { NamingFields } from '../naming-fields';

interface Props {
  readonly kind?: Schemas['MachineKind'];
  readonly onDone: () => void;
}

/** Adds or changes a kind of machine. */
export function KindForm({ kind, onDone }: Props) {
  const { t } = useTranslation();
  const initial = {
    nameFr: kind?.nameFr ?? '',
    nameEn: kind?.nameEn ?? '',
    code: kind?.code ?? '',
    inductionRequired: kind?.inductionRequired ?? false,
  };
  const send = ({ code, ...body }: typeof initial) =>
    kind
      ? content(api.PATCH('/api/v1/machine-kinds/{code}', { params: { path: { code: kind.code } }, body }))
      : content(api.POST('/api/v1/machine-kinds', { body: { ...body, code: code || codeOf(body.nameFr) } }));
  return (
    <Form
      initial={initial}
      send={send}
      touches={['/api/v1/machine-kinds']}
      onDone={onDone}
      onCancel={onDone}
      submit={t(kind ? 'common.save' : 'kinds.addSave')}
    >
      {({ field, tick, values }) => (
        <>
          <NamingFields field={field} nameFr={values.nameFr} isNew={!kind} />
          <Switch
            {...tick('inductionRequired')}
            label={t('kinds.form.induction')}
            description={t('kinds.form.inductionHelp')}
          />
        </>
      )}
    </Form>
  );
}
