import { addWords } from '../../i18n/add-words';
import { en, fr } from './words';
import './payments.css';

/** The words and looks of payments, for the pages that use their parts. */
export const addPaymentWords = (): void => addWords('payments', { fr, en });
