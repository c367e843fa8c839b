import { describeManyStreams } from '../fixtures/many-streams';

describeManyStreams(200);
