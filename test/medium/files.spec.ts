// Parts that share the load of the service, each with servers of its own: files, and what is kept of them.
// To run one part: npx jest test/medium/files.spec.ts -t 'uploads'
import './files/uploads';
import './files/upload-preview';
import './files/upload-retention';
import './files/retention';
import './files/submission-key';
import './files/analysis-child';
import './files/reanalysis';
import './files/guard-slipped';
