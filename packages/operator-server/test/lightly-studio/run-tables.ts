import {
  CLIENT_ROWS,
  WIRE_ROWS,
  clientRowDifferences,
  connectTo,
  wireRowDifferences,
} from '@ls-annotation/testing/lightly-studio';
import type {LightlyStudioServer} from '@ls-annotation/testing/lightly-studio';

/**
 * Runs the tables of the double against a server that is given as JSON, and
 * closes with `N passed, N failed`.
 */
const server = JSON.parse(process.argv[2] ?? '{}') as LightlyStudioServer;
const cases: readonly (readonly [string, () => Promise<readonly string[]>])[] =
  [
    ...CLIENT_ROWS.filter((row) => !row.isDoubleOnly).map(
      (row) => [row.title, () => clientRowDifferences(row, server)] as const,
    ),
    ...WIRE_ROWS.filter((row) => !row.isDoubleOnly).map(
      (row) =>
        [
          `refuses ${row.title}`,
          () => wireRowDifferences(row, server),
        ] as const,
    ),
    ['a crash is a failure with status 500', () => crash()],
    [
      'an operator that did not start says so',
      () => refusal('Broken', 'is in an error state'),
    ],
    [
      'an operator that comes late says so',
      () => refusal('Still starting', 'is still starting'),
    ],
  ];

let failed = 0;
for (const [title, act] of cases) {
  const differences = await act();
  if (differences.length > 0) failed += 1;
  process.stdout.write(`${differences.length === 0 ? '✓' : '✗'} ${title}\n`);
  for (const difference of differences)
    process.stdout.write(`    ${difference}\n`);
}
process.stdout.write(`\n${cases.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** From Node the status can be seen; a page gets to see no answer. */
async function crash(): Promise<readonly string[]> {
  const {registry} = await connectTo(server.url, server);
  const run = registry.run('Crashes');
  await run.done;
  const {kind, status, reason} = run.error as unknown as Record<
    string,
    unknown
  >;
  const told = JSON.stringify({kind, status, reason});
  const expected = JSON.stringify({
    kind: 'server',
    status: 500,
    reason: 'Internal Server Error',
  });
  return told === expected ? [] : [told];
}

async function refusal(
  name: string,
  words: string,
): Promise<readonly string[]> {
  const {registry} = await connectTo(server.url, server);
  const {success, message} = await registry.run(name).done;
  return !success && message.includes(words) ? [] : [message];
}
