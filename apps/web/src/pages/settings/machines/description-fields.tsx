import { Fieldset, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../../parts/form/form';
import { NOZZLES, UNATTENDED } from './machine-description';
import type { MachineTyped } from './machine-typed';

const BELOW = ['label', 'input', 'description', 'error'] as const;

/** What the machine is, and when it may work. */
export function DescriptionFields({ field }: Pick<Fields<MachineTyped>, 'field'>) {
  const { t } = useTranslation();
  const yesOrNo = [
    { value: 'no', label: t('common.no') },
    { value: 'yes', label: t('common.yes') },
  ];
  return (
    <>
      <Fieldset legend={t('machines.form.what')}>
        <div className="machine-pair">
          <TextInput
            {...field('nozzleUm')}
            label={t('machines.form.nozzleUm')}
            inputMode="decimal"
            required
          />
          <NativeSelect
            {...field('nozzleType')}
            label={t('machines.form.nozzleType')}
            data={NOZZLES.map((each) => ({ value: each, label: t(`machines.nozzle.${each}`) }))}
          />
          <TextInput
            {...field('filamentUm')}
            label={t('machines.form.filamentUm')}
            inputMode="decimal"
            required
          />
          <TextInput
            {...field('bedSurface')}
            label={t('machines.form.bedSurface')}
            description={t('machines.form.bedSurfaceHelp')}
            inputWrapperOrder={[...BELOW]}
            maxLength={60}
          />
          <NativeSelect {...field('enclosed')} label={t('machines.form.enclosed')} data={yesOrNo} />
          <TextInput
            {...field('tags')}
            label={t('machines.form.tags')}
            description={t('machines.form.tagsHelp')}
            inputWrapperOrder={[...BELOW]}
          />
        </div>
      </Fieldset>
      <Fieldset legend={t('machines.form.when')}>
        <div className="machine-pair">
          <NativeSelect
            {...field('unattended')}
            label={t('machines.form.unattended')}
            data={UNATTENDED.map((each) => ({ value: each, label: t(`machines.unattended.${each}`) }))}
          />
          <NativeSelect
            {...field('startNeedsPerson')}
            label={t('machines.form.startNeedsPerson')}
            description={t('machines.form.startNeedsPersonHelp')}
            inputWrapperOrder={[...BELOW]}
            data={yesOrNo}
          />
        </div>
      </Fieldset>
    </>
  );
}
