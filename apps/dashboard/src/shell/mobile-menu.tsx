import type { LiveState } from '@throughline/api-client';
import { Button, Dialog, DialogTrigger, Modal, ModalOverlay } from 'react-aria-components';
import { Brand } from './brand.js';
import { LiveMark } from './live-mark.js';
import styles from './mobile-menu.module.css';
import { Navigation } from './navigation.js';
import { ThemeChoice } from './theme-choice.js';

/** The pages, where there is no room for them at the side. */
export function MobileMenu({ live }: { readonly live: LiveState }) {
  return (
    <DialogTrigger>
      <Button className={styles.open} aria-label="Menu">
        <span aria-hidden="true" className={styles.lines} />
      </Button>
      <ModalOverlay isDismissable className={styles.overlay}>
        <Modal className={styles.panel}>
          <Dialog aria-label="Menu" className={styles.dialog}>
            {({ close }) => (
              <>
                <Brand />
                <nav aria-label="Pages">
                  <Navigation onNavigate={close} />
                </nav>
                <LiveMark state={live} />
                <ThemeChoice />
                <Button onPress={close} className={styles.close}>
                  Close
                </Button>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
