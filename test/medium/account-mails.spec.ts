// Parts that share the load of the service, most of them on shared servers: what people do with an account by mail.
// To run one part: npx jest test/medium/account-mails.spec.ts -t 'an invitation'
import './account-mails/invitation';
import './account-mails/mail';
import './account-mails/mail-check';
import './account-mails/password';
import './account-mails/password-link';
import './account-mails/registration';
import './account-mails/public-pages';
import './notices/mails';
