import { schemaOf } from '../platform/persistence/schema';
import { features } from './features';
import { migrations } from './migrations';
import { StoredWords1764424700000 } from './migrations/stored-words.migration';

/** Migrations of several features at once, which need the features' own. */
const ofSeveral = [StoredWords1764424700000];

/** The database of the whole service. */
export const schema = schemaOf(features, [...migrations, ...ofSeveral]);
