import { ScopePicker } from './scope-picker.js';
import { ViewOptions } from './view-options.js';
import { WindowPicker } from './window-picker.js';
import styles from './filter-bar.module.css';

/** What every page is about: which window, whose, and by which definition. */
export function FilterBar() {
  return (
    <div className={styles.bar} role="group" aria-label="What the page is about">
      <ScopePicker />
      <WindowPicker />
      <ViewOptions />
    </div>
  );
}
