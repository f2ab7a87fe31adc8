import { describe, expect, it } from '@jest/globals';
import type { IncidentRule } from '../mapping/incident-rule.js';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { azureDevops } from './azure-devops.js';
import {
  WORK_ITEM_COMMENTED,
  WORK_ITEM_CREATED,
  WORK_ITEM_DELETED,
  workItemUpdated,
} from './payloads.fixture.js';

const read = (payload: unknown, mapping = NO_MAPPING) =>
  azureDevops.normalise(payload, {}, mapping);

const ruled = (...incidents: Partial<IncidentRule>[]): Mapping => ({
  ...NO_MAPPING,
  incidents: incidents.map((rule) => ({ when: {}, ignore: false, ...rule })),
});

describe('a work item', () => {
  it('with the tag "incident" is one', () => {
    expect(read(WORK_ITEM_CREATED)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'incident',
          source: 'azure-devops',
          id: 'Shop#5',
          updatedAt: '2026-03-01T17:42:45.7688022Z',
          services: ['Shop'],
          environment: undefined,
          severity: '2 - High',
          openedAt: '2026-03-01T17:42:44.663Z',
          resolvedAt: undefined,
          title: 'Cards are charged twice',
          url: 'https://dev.azure.com/acme/Shop/_workitems/edit/5',
          labels: ['Incident', 'payments'],
        },
      ],
    });
  });

  it('of the type "Incident" is one too, and any other is not', () => {
    const typed = {
      'System.WorkItemType': { newValue: 'Incident' },
      'System.Tags': { newValue: '' },
    };
    expect(read(workItemUpdated(typed))).toMatchObject({ events: [{ id: 'Shop#5', labels: [] }] });
    const bug = { 'System.Tags': { newValue: 'payments' } };
    expect(read(workItemUpdated(bug))).toMatchObject({ kind: 'ignored' });
  });

  it('is resolved by its state, at the time that goes with it', () => {
    const closed = { 'System.State': { oldValue: 'New', newValue: 'Closed' } };
    expect(read(workItemUpdated(closed))).toMatchObject({
      events: [{ id: 'Shop#5', resolvedAt: '2026-03-01T18:29:59.1Z' }],
    });
    const at = '2026-03-01T18:12:00Z';
    const resolved = { 'Microsoft.VSTS.Common.ResolvedDate': { newValue: at } };
    expect(read(workItemUpdated({ ...closed, ...resolved }))).toMatchObject({
      events: [{ resolvedAt: at }],
    });
    expect(read(workItemUpdated(resolved))).toMatchObject({ events: [{ resolvedAt: undefined }] });
  });

  it('that lost its tag is withdrawn', () => {
    const tags = { 'System.Tags': { oldValue: 'incident', newValue: 'payments' } };
    expect(read(workItemUpdated(tags))).toEqual({
      kind: 'events',
      events: [
        {
          type: 'incident',
          source: 'azure-devops',
          id: 'Shop#5',
          updatedAt: '2026-03-01T18:30:00.5Z',
          services: ['Shop'],
          retracted: true,
        },
      ],
    });
  });

  it('that moved is another one in its new project', () => {
    const moved = { 'System.TeamProject': { oldValue: 'Shop', newValue: 'Site' } };
    const said = read(workItemUpdated(moved));
    expect(said.kind === 'events' && said.events).toHaveLength(2);
    expect(said).toMatchObject({
      events: [
        { id: 'Site#5', services: ['Site'] },
        { id: 'Shop#5', retracted: true },
      ],
    });
  });

  it('that is gone is withdrawn', () => {
    expect(read(WORK_ITEM_DELETED)).toMatchObject({
      events: [{ id: 'Shop#5', retracted: true, updatedAt: '2026-03-01T19:00:00.0657064Z' }],
    });
    const removed = { 'System.State': { oldValue: 'New', newValue: 'Removed' } };
    expect(read(workItemUpdated(removed))).toMatchObject({
      events: [{ id: 'Shop#5', retracted: true }],
    });
  });

  it('is what a rule says', () => {
    const bugs = ruled({ when: { type: ['bug'], priority: ['1'], team: ['*\\{service}'] } });
    const untagged = workItemUpdated({ 'System.Tags': { newValue: '' } });
    expect(read(untagged, bugs)).toMatchObject({ events: [{ services: ['Payments'] }] });
    expect(read(WORK_ITEM_CREATED, ruled({ when: { type: ['bug'] }, ignore: true }))).toMatchObject(
      { kind: 'ignored' },
    );
  });

  it('on which somebody comments is what it was', () => {
    expect(read(WORK_ITEM_COMMENTED)).toMatchObject({ kind: 'ignored' });
  });
});
