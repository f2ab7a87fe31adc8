import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServiceName } from './programs.js';
import { RunningProgram } from './running-program.js';
import { RunningServer } from './running-server.js';

/** What a command did. */
export interface CommandOutcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Settings {
  readonly environment?: Readonly<Record<string, string>>;
}

interface ServiceSettings extends Settings {
  /** Whose throughline.yaml it reads; a new folder without one if left out. */
  readonly workingDirectory?: string | undefined;
}

/**
 * Where a test file runs real processes: everything that is started or made here is gone after `clear()`, also when a
 * test failed half-way.
 */
export class Workbench {
  readonly #programs = new Set<RunningProgram>();
  readonly #folders: string[] = [];

  /** A new empty folder. */
  async folder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'throughline-e2e-'));
    this.#folders.push(folder);
    return folder;
  }

  /** The platform in one process, `throughline serve`, on the data in a folder; still starting. */
  launchPlatform(folder: string): RunningServer {
    return this.#keep(
      new RunningServer('throughline', {
        words: ['serve'],
        environment: { THROUGHLINE_DATA_DIR: join(folder, 'data') },
        workingDirectory: folder,
      }),
    );
  }

  /** One service in a process of its own; still starting. */
  async launchService(
    name: ServiceName,
    { environment, workingDirectory: given }: ServiceSettings = {},
  ): Promise<RunningServer> {
    const workingDirectory = given ?? (await this.folder());
    return this.#keep(new RunningServer(name, { environment, workingDirectory }));
  }

  /** A command of the command line, until it has ended. */
  async command(words: readonly string[], { environment }: Settings = {}): Promise<CommandOutcome> {
    const workingDirectory = await this.folder();
    const program = this.#keep(
      new RunningProgram('throughline', { words, environment, workingDirectory }),
    );
    const { exitCode } = await program.ended;
    return { exitCode, stdout: program.stdout, stderr: program.stderr };
  }

  /**
   * Ends what still runs, in order where that goes: a consumer that is killed holds its partitions until Kafka gives it
   * up, half a minute later, and the next test would wait for that.
   */
  async endPrograms(): Promise<void> {
    await Promise.all([...this.#programs].map(endOrKill));
  }

  /** Ends what still runs and removes every folder. */
  async clear(): Promise<void> {
    await this.endPrograms();
    for (const folder of this.#folders.splice(0))
      await rm(folder, { recursive: true, force: true });
  }

  #keep<Program extends RunningProgram>(program: Program): Program {
    this.#programs.add(program);
    void program.ended.then(() => this.#programs.delete(program));
    return program;
  }
}

/** A little more than the programs promise to need. */
const LONGEST_END_MS = 12_000;

async function endOrKill(program: RunningProgram): Promise<void> {
  const forced = setTimeout(() => void program.kill(), LONGEST_END_MS);
  await program.end();
  clearTimeout(forced);
}
