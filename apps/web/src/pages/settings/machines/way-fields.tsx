import { NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../../parts/form/form';
import { formatNumber } from '../../../parts/format';
import { SPEEDS } from './address';
import type { MachineTyped } from './machine-typed';

const BAUD_RATES = ['115200', '250000', '230400', '500000', '1000000', '57600', '9600'];

type Props = Pick<Fields<MachineTyped>, 'field' | 'values'> & {
  /** A password is stored already. */
  readonly hasPassword: boolean;
};

/** How the machine is reached: what there is to say depends on the way. */
export function WayFields({ field, values, hasPassword }: Props) {
  const { t } = useTranslation();
  const { connection, baudRate, speed } = values;
  if (connection === 'virtual')
    return (
      <NativeSelect
        {...field('speed')}
        label={t('machines.form.speed')}
        description={t('machines.form.speedHelp')}
        data={[...new Set([...SPEEDS, speed])].map((value) => ({
          value,
          label: t('machines.form.times', { count: Number(value), times: formatNumber(Number(value)) }),
        }))}
      />
    );
  if (connection === 'bridge') return <p className="quiet">{t('machines.form.bridgeHelp')}</p>;
  return (
    <>
      <TextInput
        {...field('place')}
        label={t(`machines.form.place.${connection}`)}
        description={t(`machines.form.placeHelp.${connection}`)}
        required
        maxLength={1000}
        autoComplete="off"
        spellCheck={false}
      />
      {connection === 'serial' && (
        <NativeSelect
          {...field('baudRate')}
          label={t('machines.form.baudRate')}
          description={t('machines.form.baudRateHelp')}
          data={[...new Set([...BAUD_RATES, baudRate])]}
        />
      )}
      {connection === 'mqtt' && (
        <div className="machine-pair">
          <TextInput {...field('username')} label={t('machines.form.username')} autoComplete="off" />
          <PasswordInput
            {...field('password')}
            label={t('machines.form.password')}
            description={hasPassword ? t('machines.form.passwordKept') : undefined}
            autoComplete="new-password"
          />
        </div>
      )}
    </>
  );
}
