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
  const notSaid = { value: '', label: t('machines.form.notSaid') };
  return (
    <>
      <Fieldset legend={t('machines.form.what')}>
        <div className="machine-pair">
          <TextInput
            {...field('nozzleUm')}
            label={t('machines.form.nozzleUm')}
            description={t('machines.form.nozzleUmHelp')}
            inputWrapperOrder={[...BELOW]}
            inputMode="decimal"
          />
          <NativeSelect
            {...field('nozzleType')}
            label={t('machines.form.nozzleType')}
            description={t('machines.form.nozzleTypeHelp')}
            inputWrapperOrder={[...BELOW]}
            data={[notSaid, ...NOZZLES.map((each) => ({ value: each, label: t(`machines.nozzle.${each}`) }))]}
          />
          <TextInput
            {...field('filamentUm')}
            label={t('machines.form.filamentUm')}
            description={t('machines.form.filamentUmHelp')}
            inputWrapperOrder={[...BELOW]}
            inputMode="decimal"
          />
          <TextInput
            {...field('bedSurface')}
            label={t('machines.form.bedSurface')}
            description={t('machines.form.bedSurfaceHelp')}
            inputWrapperOrder={[...BELOW]}
            maxLength={60}
          />
          <NativeSelect
            {...field('enclosed')}
            label={t('machines.form.enclosed')}
            description={t('machines.form.enclosedHelp')}
            inputWrapperOrder={[...BELOW]}
            data={[notSaid, ...yesOrNo]}
          />
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
