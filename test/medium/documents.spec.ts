// Parts that share the load of the service, each with servers of its own: papers of money, from draft to files.
// To run one part: npx jest test/medium/documents.spec.ts -t 'settings of documents'
import './documents/kinds';
import './documents/drafts';
import './documents/line-price';
import './documents/settings';
import './documents/refusals';
import './documents/attacks';
import './documents/mails';
import './documents/storage';
import './documents/crash';
