import type { Feature } from '../kit/feature';
import { persistenceFaults } from './persistence.faults';

export const persistence: Feature = { faults: [persistenceFaults] };
