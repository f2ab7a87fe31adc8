import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';
import styles from './choice.module.css';

export interface Option<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** A second line: what choosing it means. */
  readonly says?: string | undefined;
}

interface ChoiceProps<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly options: readonly Option<Id>[];
  readonly onChange: (chosen: Id) => void;
  /** The label is for readers of screens alone, as what stands around says it. */
  readonly quiet?: boolean;
}

/** One of a few. */
export function Choice<Id extends string>(props: ChoiceProps<Id>) {
  const { label, value, options, onChange, quiet = false } = props;
  return (
    <Select
      className={styles.choice}
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      <Label className={quiet ? 'unseen' : styles.label}>{label}</Label>
      <Button className={styles.button}>
        <SelectValue className={styles.value}>{({ selectedText }) => selectedText}</SelectValue>
        <span aria-hidden="true" className={styles.arrow} />
      </Button>
      <Popover className={styles.popover}>
        <ListBox className={styles.list} items={options}>
          {({ id, name, says }) => (
            <ListBoxItem id={id} textValue={name} className={styles.option}>
              {name}
              {says !== undefined && <span className={styles.says}>{says}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
