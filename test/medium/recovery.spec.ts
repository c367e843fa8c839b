// Parts that share the load of the service, each with servers of its own: what is put back as it was before.
// To run one part: npx jest test/medium/recovery.spec.ts -t 'an agent whose journal is restored'
import './recovery/restored';
import './recovery/restored-others';
