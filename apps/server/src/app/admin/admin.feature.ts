import type { Feature } from '../../platform/kit/feature';
import { adminFaults } from './admin.faults';

export const admin: Feature = { faults: [adminFaults] };
