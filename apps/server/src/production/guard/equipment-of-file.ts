import { type EquipmentNeeds, NO_NEEDS } from '@pandafab/domain';
import { equipmentNeedsOf } from '@pandafab/gcode';
import type { StoredFile } from '../files/file.entity';

/** What a file asks of a machine's equipment; nothing before it is read, and less for an earlier analyser. */
export const equipmentOfFile = ({ analysis }: Pick<StoredFile, 'analysis'>): EquipmentNeeds =>
  analysis ? equipmentNeedsOf(analysis) : NO_NEEDS;
