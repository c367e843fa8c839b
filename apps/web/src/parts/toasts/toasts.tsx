import { Notifications } from '@mantine/notifications';
import '@mantine/core/styles/Notification.layer.css';
import '@mantine/notifications/styles.layer.css';
import './toasts.css';

/** Where the short messages of `useToast` appear: above the bar of a phone, in the corner of a desk's screen. */
const Toasts = () => <Notifications position="bottom-right" limit={3} zIndex={500} className="toasts" />;

export default Toasts;
