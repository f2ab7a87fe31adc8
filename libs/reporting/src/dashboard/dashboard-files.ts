import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProblemError } from '@throughline/service-kit';

/** What `npm run build` makes of the dashboard: `index.html`, a few files beside it, and `assets/`. */
export class DashboardFiles {
  readonly folder: string;

  /** @param folder that may not be there yet: its files are looked for when they are asked for */
  constructor(folder: URL) {
    this.folder = fileURLToPath(folder);
  }

  /** Hashed by its bundler, and so never the same name for other contents. */
  get assets(): string {
    return join(this.folder, 'assets');
  }

  /** Whether a name is that of a file beside `index.html`, such as its icon. */
  async hasBesideIndex(name: string): Promise<boolean> {
    const names = await this.besideIndex();
    return names.includes(name);
  }

  /** The page that draws every page. @throws ProblemError TL_DASHBOARD_NOT_BUILT */
  async index(): Promise<string> {
    try {
      return await readFile(join(this.folder, 'index.html'), 'utf8');
    } catch (error) {
      throw new ProblemError('TL_DASHBOARD_NOT_BUILT', { cause: error });
    }
  }

  private async besideIndex(): Promise<string[]> {
    try {
      const entries = await readdir(this.folder, { withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() && entry.name !== 'index.html')
        .map(({ name }) => name);
    } catch {
      return [];
    }
  }
}
