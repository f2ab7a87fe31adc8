import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { until } from '@throughline/testing';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** The script that finds what keeps people with a disability out (https://github.com/dequelabs/axe-core). */
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export interface Screen {
  readonly width: number;
  readonly height: number;
  readonly colours?: 'light' | 'dark';
}

export const DESK: Screen = { width: 1440, height: 900 };
export const PHONE: Screen = { width: 390, height: 844 };
export const WALL: Screen = { width: 2560, height: 1440 };

/** How long a page may take on a machine that runs other tests too. */
const PATIENCE_MS = 30_000;

/** Something of axe's findings; the code that looks runs in the page, so it is text here. */
interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Somebody with a browser at a dashboard, who notes everything that goes wrong behind the page. */
export class Visitor {
  readonly #problems: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly address: string,
  ) {
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.#problems.push(message.text());
    });
    page.on('pageerror', (error) => this.#problems.push(`page error: ${error.message}`));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      const isHere = origin === address || ['data:', 'blob:'].includes(protocol);
      if (!isHere) this.#problems.push(`asked another host: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400)
        this.#problems.push(`${response.status()} for ${response.url()}`);
    });
  }

  static async arrive(program: string, address: string, screen: Screen = DESK): Promise<Visitor> {
    // A container's root has no sandbox to give away, and what is visited is our own.
    const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
    const { width, height, colours = 'light' } = screen;
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: colours,
      reducedMotion: 'reduce',
      locale: 'en-GB',
      acceptDownloads: true,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    return new Visitor(browser, context, page, address);
  }

  /** Opens a page and waits until nothing of it is still being asked for. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.address}${path}`);
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
    await this.until('every answer', `document.querySelector('[aria-busy=true]') === null`);
  }

  /**
   * Waits for something of the page to be so. (Playwright's own way evaluates text inside of the page, which the
   * page's policy forbids.)
   */
  async until(what: string, condition: string): Promise<void> {
    await until(what, async () =>
      (await this.page.evaluate<boolean>(condition)) ? true : undefined,
    );
  }

  /** What went wrong since it was asked last: console errors, failed requests, other hosts. */
  problems(): string[] {
    return this.#problems.splice(0);
  }

  /** What axe finds, a line each. */
  async barriers(): Promise<string[]> {
    await this.page.evaluate(await readFile(AXE, 'utf8'));
    const { violations } = await this.page.evaluate<{ violations: readonly Violation[] }>(
      `axe.run({ resultTypes: ['violations'] })`,
    );
    return violations.map(({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes[0]?.html ?? ''}`.slice(0, 300),
    );
  }

  /** How many pixels of the page lie beyond the right edge of the screen. */
  async overflow(): Promise<number> {
    return this.page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
  }

  async leave(): Promise<void> {
    await this.context.close();
    await this.browser.close();
  }
}
