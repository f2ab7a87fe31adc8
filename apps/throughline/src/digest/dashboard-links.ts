import type { Alert } from '../answers/alert-list.js';
import type { ExplainItem } from '../answers/explain-answer.js';
import { foreignText } from '../text/foreign-text.js';
import type { Inline } from './document.js';

type Parameters = Readonly<Record<string, string | undefined>>;

const LONGEST_NAME = 60;
const LONGEST_TITLE = 120;
const SHORT_SHA = 10;

/** The pages of the dashboard that a digest leads to. */
export class DashboardLinks {
  /**
   * @param url where the dashboard is, with the path a proxy may keep it under
   * @param shown what its pages over many things are to show, as the platform takes it
   */
  constructor(
    private readonly url: string,
    private readonly shown: Parameters,
  ) {}

  /** To a page over many things. */
  page(text: string, path: string): Inline {
    return this.link(text, path, this.shown);
  }

  service(name: string): Inline {
    return this.page(named(name), pathOf('services', name));
  }

  /** To the thing that an item is about; its name alone where the dashboard has no page of it. */
  item({ type, id, service, environment, source }: ExplainItem, text = id): Inline {
    if (type === 'deployment' && service !== null && environment !== null) {
      return this.thing(named(text), pathOf('deployments', service, environment, id));
    }
    if (type === 'incident' && source !== null) {
      return this.thing(named(text), pathOf('incidents', source, id));
    }
    if (type === 'commit') return this.thing(id.slice(0, SHORT_SHA), pathOf('commits', id));
    return named(text);
  }

  alert({ id, title }: Pick<Alert, 'id' | 'title'>): Inline {
    return this.thing(foreignText(title, LONGEST_TITLE), pathOf('alerts', id));
  }

  /** Which things it is about does not matter to the page of one. */
  private thing(text: string, path: string): Inline {
    const { timezone, definition } = this.shown;
    return this.link(text, path, { timezone, definition });
  }

  private link(text: string, path: string, parameters: Parameters): Inline {
    const address = new URL(this.url.replace(/\/*$/, path));
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) address.searchParams.set(name, value);
    }
    return { text, url: address.href };
  }
}

/** A name that an event brought, short enough for a line. */
export function named(name: string): string {
  return foreignText(name, LONGEST_NAME);
}

function pathOf(...parts: readonly string[]): string {
  return `/${parts.map((part) => encodeURIComponent(part.toWellFormed())).join('/')}`;
}
