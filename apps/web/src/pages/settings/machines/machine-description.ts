import type { Schemas } from '../../../api/client';
import type { Machine } from '../../../api/queries';

export const NOZZLES = ['brass', 'hardened', 'other'] as const satisfies Schemas['NozzleType'][];
export const UNATTENDED = ['overnight', 'untilClosing', 'never'] as const satisfies Schemas['Unattended'][];

const DESCRIBED = [
  ...(['nozzleUm', 'nozzleType', 'filamentUm', 'bedSurface', 'enclosed', 'tags'] as const),
  ...(['unattended', 'startNeedsPerson'] as const),
];
/** The fields that say what a machine is, as a person types them: diameters in millimetres, tags with commas; '': not said. */
type Typed = Readonly<Record<(typeof DESCRIBED)[number], string>>;
type Body = Pick<Schemas['CreateMachine'], (typeof DESCRIBED)[number]>;

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');
const millimetres = (um: number | null): string => (um === null ? '' : String(um / 1000));

export const typedDescription = (machine: Pick<Machine, keyof Typed>): Typed => ({
  nozzleUm: millimetres(machine.nozzleUm),
  nozzleType: machine.nozzleType ?? '',
  filamentUm: millimetres(machine.filamentUm),
  bedSurface: machine.bedSurface ?? '',
  enclosed: machine.enclosed === null ? '' : yesOrNo(machine.enclosed),
  tags: machine.tags.join(', '),
  unattended: machine.unattended,
  startNeedsPerson: yesOrNo(machine.startNeedsPerson),
});

type Diameter = 'nozzleUm' | 'filamentUm';

const diameter = (typed: Typed, read: (field: Diameter) => number, field: Diameter): number | null =>
  typed[field].trim() === '' ? null : Math.round(read(field) * 1000);

/** @param read the number in a field @throws what `read` throws */
export const descriptionBody = (typed: Typed, read: (field: Diameter) => number): Body => ({
  nozzleUm: diameter(typed, read, 'nozzleUm'),
  nozzleType: NOZZLES.find((each) => each === typed.nozzleType) ?? null,
  filamentUm: diameter(typed, read, 'filamentUm'),
  bedSurface: typed.bedSurface || null,
  enclosed: typed.enclosed === '' ? null : typed.enclosed === 'yes',
  tags: typed.tags
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== ''),
  unattended: UNATTENDED.find((each) => each === typed.unattended) ?? 'overnight',
  startNeedsPerson: typed.startNeedsPerson === 'yes',
});
