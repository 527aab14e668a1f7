import {parseArgs} from 'node:util';

/** What the command line asks for. */
export interface BenchOptions {
  /** Names of the measurements to run; none means all. */
  readonly only: readonly string[];
  /** Two repetitions instead of five, and smaller sizes. */
  readonly quick: boolean;
  /** Measures Label Studio's frontend too, installed for the run. */
  readonly peers: boolean;
  /** Folder of a built bundle; `null` for the repository's, made fresh. */
  readonly dist: string | null;
  /** Folder to write to; `null` for the usual one. */
  readonly output: string | null;
  readonly help: boolean;
}

/** Text that `--help` prints. */
export const HELP = `npm run bench -- [options]

  --only <name>    run one measurement; may be given several times:
                   bundle-size, boot, state-update, scale, leaks,
                   official-plugins, plugin-cost, panel-cost, open-form,
                   sandbox
  --quick          fewer repetitions and no more than 1,000 regions
  --peers          measure Label Studio's frontend 1.4.0 too (slow; npm
                   installs it into a temporary folder)
  --dist <dir>     measure the bundle in that folder, as it is; without it
                   dist/ is measured, and built first when it is stale
  --output <dir>   write the results there

A full run writes packages/bench/results/. A partial or quick run writes to
node_modules/.cache/ls-annotation/bench/, so that it replaces no full result.
Exits with 1 when a budget fails.`;

/**
 * Reads the command line.
 *
 * @throws TypeError when an option is not known.
 */
export function parseOptions(parameters: readonly string[]): BenchOptions {
  const {values} = parseArgs({
    args: [...parameters],
    options: {
      only: {type: 'string', multiple: true},
      quick: {type: 'boolean'},
      peers: {type: 'boolean'},
      dist: {type: 'string'},
      output: {type: 'string'},
      help: {type: 'boolean', short: 'h'},
    },
  });
  return {
    only: values.only ?? [],
    quick: values.quick ?? false,
    peers: values.peers ?? false,
    dist: values.dist ?? null,
    output: values.output ?? null,
    help: values.help ?? false,
  };
}
