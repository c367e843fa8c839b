// Parts that share the load of the service, each with servers of its own: disks, databases and processes that fail.
// To run one part: npx jest test/medium/failures.spec.ts -t 'storage that fails'
import './failures/database-loss';
import './failures/disk-space';
import './failures/storage-failures';
import './failures/server-process';
