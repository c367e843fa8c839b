import type { Schemas } from '../../../api/client';
import type { Machine } from '../../../api/queries';

export const NOZZLES = ['brass', 'hardened', 'other'] as const satisfies Schemas['NozzleType'][];
export const UNATTENDED = ['overnight', 'untilClosing', 'never'] as const satisfies Schemas['Unattended'][];

const DESCRIBED = [
  ...(['nozzleUm', 'nozzleType', 'filamentUm', 'bedSurface', 'enclosed', 'tags'] as const),
  ...(['unattended', 'startNeedsPerson'] as const),
];
/** The fields that say what a machine is, as a person types them: diameters in millimetres, tags with commas. */
type Typed = Readonly<Record<(typeof DESCRIBED)[number], string>>;
type Body = Pick<Schemas['CreateMachine'], (typeof DESCRIBED)[number]>;

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');

export const typedDescription = (machine: Pick<Machine, keyof Typed>): Typed => ({
  nozzleUm: String(machine.nozzleUm / 1000),
  nozzleType: machine.nozzleType,
  filamentUm: String(machine.filamentUm / 1000),
  bedSurface: machine.bedSurface ?? '',
  enclosed: yesOrNo(machine.enclosed),
  tags: machine.tags.join(', '),
  unattended: machine.unattended,
  startNeedsPerson: yesOrNo(machine.startNeedsPerson),
});

/** @param read the number in a field @throws what `read` throws */
export const descriptionBody = (typed: Typed, read: (field: 'nozzleUm' | 'filamentUm') => number): Body => ({
  nozzleUm: Math.round(read('nozzleUm') * 1000),
  nozzleType: NOZZLES.find((each) => each === typed.nozzleType) ?? 'other',
  filamentUm: Math.round(read('filamentUm') * 1000),
  bedSurface: typed.bedSurface || null,
  enclosed: typed.enclosed === 'yes',
  tags: typed.tags
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== ''),
  unattended: UNATTENDED.find((each) => each === typed.unattended) ?? 'overnight',
  startNeedsPerson: typed.startNeedsPerson === 'yes',
});
