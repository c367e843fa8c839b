import type { Feature } from '../../platform/kit/feature';
import { DocumentCounter } from './document-counter.entity';

export const documentNumbers: Feature = { tables: [DocumentCounter] };
