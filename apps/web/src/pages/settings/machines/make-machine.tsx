import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { demandDecimal } from '../../../parts/decimal';
import { Form } from '../../../parts/form/form';
import { BridgeAccount } from './bridge-account';
import { MachineFields } from './machine-fields';
import { type MachineTyped, machineBody } from './machine-typed';
import './machines.css';

interface Props {
  readonly labId: string;
  /** What is known of the machine already. */
  readonly initial: MachineTyped;
  readonly onDone: (machine: Schemas['CreatedMachine']) => void;
  readonly onCancel?: () => void;
}

/** Adds a machine to a lab. For a line bridge, its account is shown afterwards, once. */
export function MakeMachine({ labId, initial, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [made, setMade] = useState<Schemas['CreatedMachine']>();
  if (made?.bridge) return <BridgeAccount bridge={made.bridge} onClose={() => onDone(made)} />;
  return (
    <Form
      initial={initial}
      send={(typed) =>
        content(
          api.POST('/api/v1/labs/{id}/machines', {
            params: { path: { id: labId } },
            body: { ...machineBody(typed, demandDecimal), minXMm: null, minYMm: null, minZMm: null },
          }),
        )
      }
      touches={['/api/v1/labs', '/api/v1/installation']}
      asTyped={['password']}
      onDone={(machine) => (machine.bridge ? setMade(machine) : onDone(machine))}
      onCancel={onCancel}
      submit={t('machines.form.make')}
    >
      {({ field, values, set }) => <MachineFields field={field} values={values} set={set} />}
    </Form>
  );
}
