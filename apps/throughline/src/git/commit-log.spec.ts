import { afterEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { countCommits, readCommits } from './commit-log.js';
import { CommitLogParser } from './commit-log-parser.js';
import type { GitCommit } from './git-commit.js';
import { Git } from './git.js';
import { TestRepository } from './repository.fixture.js';

const repositories: TestRepository[] = [];

function newRepository(): TestRepository {
  const repository = new TestRepository();
  repositories.push(repository);
  return repository;
}

afterEach(() => {
  for (const repository of repositories.splice(0)) repository.remove();
});

async function readAll(repository: TestRepository, since?: number): Promise<GitCommit[]> {
  const tips = repository.git(['for-each-ref', '--format=%(objectname)']).split('\n');
  const git = new Git(repository.path, process.env);
  const shas = tips.filter((tip) => tip !== '');
  const commits: GitCommit[] = [];
  for await (const commit of readCommits(git, shas, since)) commits.push(commit);
  expect(await countCommits(git, shas, since)).toBe(commits.length);
  return commits;
}

/** Names that break what reads lines, quotes, separators or a leading line feed of git's own. */
const FILES = [
  'a',
  'with space',
  'new\nline',
  '\nleading',
  '"quoted"',
  'tab\there',
  'dir/ünï',
  '-x',
];

/** A commit by the places of its parents among the earlier ones, and the file it writes. */
const graph = fc.array(
  fc.record({
    parents: fc.uniqueArray(fc.nat(), { maxLength: 4 }),
    file: fc.constantFrom(...FILES),
    remove: fc.option(fc.constantFrom(...FILES)),
    date: fc.integer({ min: 1_000_000_000, max: 1_700_000_000 }),
  }),
  { minLength: 1, maxLength: 25 },
);

type Graph = typeof graph extends fc.Arbitrary<infer Value> ? Value : never;

/** Every commit gets its own branch, so each is a tip, roots and all. */
function fastImportStream(commits: Graph): string {
  return commits
    .map(({ parents, file, remove, date }, index) => {
      const marks = index === 0 ? [] : [...new Set(parents.map((parent) => (parent % index) + 1))];
      const lines = [
        `commit refs/heads/c${index + 1}`,
        `mark :${index + 1}`,
        `author A <a${index % 3}@example.org> ${date - 500} +0200`,
        `committer C <c@example.org> ${date} +0000`,
        data(`commit ${index}`),
        ...marks.map((mark, place) => `${place === 0 ? 'from' : 'merge'} :${mark}`),
        ...(remove === null ? [] : [`D ${quoted(remove)}`]),
        `M 100644 inline ${quoted(file)}`,
        data(`content ${index}`),
      ];
      return `${lines.join('\n')}\n`;
    })
    .join('\n');
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}

function quoted(path: string): string {
  return `"${path.replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;
}

/** What git's plumbing says differs from the first parent; for a root all there is. */
function touched(repository: TestRepository, sha: string, parents: readonly string[]): string[] {
  const [first] = parents;
  const listing =
    first === undefined
      ? repository.git(['ls-tree', '-r', '-z', '--name-only', sha])
      : repository.git(['diff-tree', '-r', '-z', '--name-only', '--no-renames', first, sha]);
  return listing.split('\0').filter((path) => path !== '');
}

// Each test runs git some twenty times or more, and may share the machine.
jest.setTimeout(60_000);

describe('reading the commits of a repository', () => {
  it('gives every commit, its parents and its paths as git itself does, parents first', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async (commits) => {
        const repository = newRepository();
        repository.fastImport(fastImportStream(commits));
        const expected = repository.parents('--all');
        const seen = new Set<string>();
        for (const { sha, parents, paths } of await readAll(repository)) {
          expect(parents).toEqual(expected.get(sha));
          expect(parents.filter((parent) => !seen.has(parent))).toEqual([]);
          expect([...(paths ?? [])].sort()).toEqual(touched(repository, sha, parents).sort());
          seen.add(sha);
        }
        expect(seen).toEqual(new Set(expected.keys()));
      }),
      { numRuns: 12 },
    );
  });

  it('reads an author whose name and address are no UTF-8', async () => {
    const repository = newRepository();
    repository.fastImport(
      Buffer.concat([
        Buffer.from('commit refs/heads/main\nmark :1\nauthor J'),
        Buffer.from([0xf6]),
        Buffer.from('rg <j'),
        Buffer.from([0xff, 0xfe]),
        Buffer.from('@x> 1600000000 +0000\ncommitter C <c@x> 1600000100 +0000\ndata 0\n'),
        Buffer.from('M 100644 inline "\\377name"\ndata 1\nx\n'),
      ]),
    );
    expect(await readAll(repository)).toEqual([
      {
        sha: repository.git(['rev-parse', 'main']).trim(),
        parents: [],
        authoredAt: 1_600_000_000,
        committedAt: 1_600_000_100,
        authorName: 'J\u{fffd}rg',
        authorEmail: 'j\u{fffd}\u{fffd}@x',
        message: '',
        paths: ['\u{fffd}name'],
      },
    ]);
  });

  it('lists both places of a file that moved', async () => {
    const repository = newRepository();
    repository.fastImport(
      [
        `commit refs/heads/main\nmark :1\ncommitter C <c@x> 1600000000 +0000\n${data('one')}`,
        `M 100644 inline services/a/file\n${data('the same content before and after')}`,
        `commit refs/heads/main\nmark :2\ncommitter C <c@x> 1600000001 +0000\n${data('two')}`,
        'from :1\nR services/a/file services/b/file\n',
      ].join('\n'),
    );
    const [, moved] = await readAll(repository);
    expect(moved?.paths).toEqual(['services/a/file', 'services/b/file']);
  });

  it('reads a message up to a NUL that git did not refuse, and its paths all the same', async () => {
    const repository = newRepository();
    repository.fastImport(
      [
        `commit refs/heads/main\nmark :1\ncommitter C <c@x> 1600000000 +0000`,
        `${data('two\nlines\0and a hidden third')}\nM 100644 inline file`,
        data('content'),
      ].join('\n'),
    );
    const [commit] = await readAll(repository);
    expect(commit?.message.trimEnd()).toBe('two\nlines');
    expect(commit?.paths).toEqual(['file']);
  });

  it('is not led astray by what a person configured for reading logs', async () => {
    const repository = newRepository();
    repository.fastImport(
      fastImportStream([{ parents: [], file: 'a', remove: null, date: 1_600_000_000 }]),
    );
    for (const [name, value] of [
      ['log.showRoot', 'false'],
      ['log.showSignature', 'true'],
      ['color.ui', 'always'],
      ['diff.relative', 'true'],
      ['log.decorate', 'full'],
      ['diff.renames', 'copies'],
      ['log.diffMerges', 'off'],
    ] as const) {
      repository.git(['config', name, value]);
    }
    expect(await readAll(repository)).toMatchObject([{ parents: [], paths: ['a'] }]);
  });

  it('says nothing about paths when a commit touches more than one event may list', () => {
    const written = (paths: number) => {
      const names = Array.from({ length: paths }, (_, index) => `f${index}\0`).join('');
      return `\0sha\0\x001\x002\0mail\0name\0message\0\n${names}`;
    };
    const parser = new CommitLogParser();
    const commits = [...parser.push(Buffer.from(written(10_000) + written(10_001) + written(1)))];
    commits.push(...parser.end());
    expect(commits.map(({ paths }) => paths?.length)).toEqual([10_000, undefined, 1]);
  });

  it('does not take an output that was cut off for a whole one', () => {
    const parser = new CommitLogParser();
    expect([...parser.push(Buffer.from('\0sha\0parent\x001'))]).toEqual([]);
    expect(() => [...parser.end()]).toThrow('in the middle of a commit');
  });

  it('leaves out what was committed before a date', async () => {
    const repository = newRepository();
    const dates = [1_600_000_000, 1_600_100_000, 1_600_200_000];
    const line = dates.map((date, index) => ({
      parents: index === 0 ? [] : [index - 1],
      file: 'a',
      remove: null,
      date,
    }));
    repository.fastImport(fastImportStream(line));
    const read = await readAll(repository, 1_600_100_000);
    expect(read.map(({ committedAt }) => committedAt)).toEqual([1_600_100_000, 1_600_200_000]);
  });
});
