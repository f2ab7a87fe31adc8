import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import {
  Button,
  Collection,
  ComboBox,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  ListLayout,
  Popover,
  Virtualizer,
} from 'react-aria-components';
import { servicesQuestion } from '../api/questions.js';
import { namesOfScopes, scopeLists } from './scope-names.js';
import styles from './scope-picker.module.css';
import { SCOPES, type Scope } from './filters.js';
import { useAddress, useChangeAddress } from './use-filters.js';

const TITLES: Readonly<Record<Scope, string>> = {
  team: 'Teams',
  service: 'Services',
  repository: 'Repositories',
  environment: 'Environments',
};

/** Whose deliveries the page is about: names are found by typing, and taken out again one by one. */
export function ScopePicker() {
  const { data } = useQuery(servicesQuestion());
  const address = useAddress();
  const change = useChangeAddress();
  // A box that was picked from is followed by a fresh one: empty, closed, and with the focus.
  const [picked, setPicked] = useState(0);
  const chosen = scopeLists(address);
  const names = useMemo(() => namesOfScopes(data?.items ?? []), [data]);
  const sections = SCOPES.map((scope) => ({
    scope,
    names: names[scope]
      .filter((name) => !chosen[scope].includes(name))
      .map((name) => ({ id: `${scope}:${name}`, name })),
  })).filter(({ names }) => names.length > 0);
  return (
    <div className={styles.picker}>
      <ComboBox
        className={styles.box}
        key={picked}
        value={null}
        onChange={(key) => {
          if (key === null) return;
          const [scope, name] = splitKey(String(key));
          change({ [scope]: [...chosen[scope], name].join(',') });
          setPicked(picked + 1);
        }}
      >
        <Label className="unseen">Only these teams, services, repositories or environments</Label>
        <Input
          className={styles.input}
          autoFocus={picked > 0}
          placeholder="Team, service, repository…"
        />
        <Popover className={styles.popover}>
          <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 34, headingHeight: 28 }}>
            <ListBox
              className={styles.list}
              items={sections}
              renderEmptyState={() => <p className={styles.none}>Nothing of that name.</p>}
            >
              {(section) => (
                <ListBoxSection id={section.scope}>
                  <Header className={styles.heading}>{TITLES[section.scope]}</Header>
                  <Collection items={section.names}>
                    {({ id, name }) => (
                      <ListBoxItem id={id} textValue={name} className={styles.option}>
                        <span className="said">{name}</span>
                      </ListBoxItem>
                    )}
                  </Collection>
                </ListBoxSection>
              )}
            </ListBox>
          </Virtualizer>
        </Popover>
      </ComboBox>
      {SCOPES.flatMap((scope) =>
        chosen[scope].map((name) => (
          <Button
            key={`${scope}:${name}`}
            className={styles.chosen}
            aria-label={`Take out ${scope} ${name}`}
            onPress={() => {
              const rest = chosen[scope].filter((other) => other !== name);
              change({ [scope]: rest.length === 0 ? undefined : rest.join(',') });
            }}
          >
            <span className={`said ${styles.name}`}>{name}</span>
            <span aria-hidden="true">×</span>
          </Button>
        )),
      )}
    </div>
  );
}

function splitKey(key: string): [Scope, string] {
  const at = key.indexOf(':');
  return [key.slice(0, at) as Scope, key.slice(at + 1)];
}
