import type { ReactNode, RefObject } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './side-panel.module.css';

interface SidePanelProps {
  readonly title: string;
  /** What the title is about, above it. */
  readonly over: string;
  readonly onClose: () => void;
  /** Stands below the title and stays there while the rest scrolls. */
  readonly head?: ReactNode;
  /** What scrolls, for a list that draws only what is in sight. */
  readonly scroller?: RefObject<HTMLDivElement | null>;
  readonly children: ReactNode;
}

/** A panel over the right side of the page; Escape, a click beside it and its button close it. */
export function SidePanel({ title, over, onClose, head, scroller, children }: SidePanelProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={styles.overlay}
    >
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog}>
          <header className={styles.header}>
            <div className={styles.names}>
              <p className={styles.over}>{over}</p>
              <Heading slot="title" level={2} className={`said ${styles.title}`}>
                {title}
              </Heading>
            </div>
            <Button className={styles.close} aria-label="Close" onPress={onClose}>
              <span aria-hidden="true">×</span>
            </Button>
          </header>
          {head}
          <div ref={scroller} className={styles.body} tabIndex={0} role="region" aria-label={title}>
            {children}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
