import { Outlet } from '@tanstack/react-router';
import { useLiveChanges } from '../api/live.js';
import { DefinitionPanel } from '../explain/definition-panel.js';
import { ExplainPanel } from '../explain/explain-panel.js';
import { FilterBar } from '../filters/filter-bar.js';
import { Brand } from './brand.js';
import { LiveMark } from './live-mark.js';
import styles from './layout.module.css';
import { MobileMenu } from './mobile-menu.js';
import { Navigation } from './navigation.js';
import { SignInGate } from './sign-in-gate.js';
import { ThemeChoice } from './theme-choice.js';

/** What is around every page. */
export function Layout() {
  const live = useLiveChanges();
  return (
    <SignInGate>
      <a href="#content" className={styles.skip}>
        Skip to the content
      </a>
      <div className={styles.frame}>
        <nav className={`${styles.side} unprinted`} aria-label="Pages">
          <Brand />
          <Navigation />
          <div className={styles.foot}>
            <LiveMark state={live} />
            <ThemeChoice />
          </div>
        </nav>
        <div className={styles.body}>
          <header className={`${styles.top} unprinted`}>
            <MobileMenu live={live} />
            <FilterBar />
          </header>
          <main id="content" className={styles.main} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      <ExplainPanel />
      <DefinitionPanel />
    </SignInGate>
  );
}
