import {parseArgs} from 'node:util';

import {ServerOptionsError} from '../errors.js';
import type {OperatorServerOptions} from '../http/server-options.js';

/** What the command line says. */
export interface CliOptions {
  /** What to do. */
  readonly mode: 'serve' | 'work' | 'help';
  /** Modules with operators. */
  readonly modules: readonly string[];
  /** Commands with operators, as a person types them. */
  readonly commands: readonly string[];
  /** Port to listen on. */
  readonly port: number;
  /** Address to listen on. */
  readonly host: string;
  /** What the server is made with, but for its operators. */
  readonly server: Omit<OperatorServerOptions, 'operators'>;
}

/** What `--help` prints. */
export const USAGE = `ls-operator-server [worker] [options]

  --operators FILE     module whose default export is a list of operators; may
                       be given several times
  --command COMMAND    command that speaks JSON lines, "python3 ops.py"; may be
                       given several times
  --port 8001          port to listen on
  --host 127.0.0.1     address to listen on
  --origin ORIGIN      page that may use the server, https://example.org or *;
                       may be given several times; left out: pages of this
                       machine
  --redis URL          runs become jobs in Redis, for workers anywhere
  --no-work            with --redis: leave the work to other processes
  --concurrency N      runs under way at once in this process
  --max-queued N       runs that may wait
  --run-timeout S      seconds a run may take; 0 for ever
  --shutdown S         seconds that runs may go on when the server ends
  --log                log requests, as JSON lines
  --help               this

"worker" works for servers with the same --redis and serves nothing.
The environment variable LS_OPERATOR_TOKEN asks callers for a bearer token.
`;

const OPTIONS = {
  operators: {type: 'string', multiple: true},
  command: {type: 'string', multiple: true},
  port: {type: 'string'},
  host: {type: 'string'},
  origin: {type: 'string', multiple: true},
  redis: {type: 'string'},
  'no-work': {type: 'boolean'},
  concurrency: {type: 'string'},
  'max-queued': {type: 'string'},
  'run-timeout': {type: 'string'},
  shutdown: {type: 'string'},
  log: {type: 'boolean'},
  help: {type: 'boolean'},
} as const;

/**
 * Reads the command line.
 *
 * @throws {@link ServerOptionsError} when it makes no sense.
 */
export function readCliOptions(
  parameters: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): CliOptions {
  const {values, positionals} = parse(parameters);
  const [mode = 'serve', ...others] = positionals;
  if (others.length > 0 || !['serve', 'worker'].includes(mode)) {
    throw new ServerOptionsError(`"${positionals.join(' ')}" is no command.`);
  }
  if (mode === 'worker' && values.redis === undefined) {
    throw new ServerOptionsError('A worker needs --redis.');
  }
  const runTimeoutS = readNumber(values, 'run-timeout');
  const concurrency = readNumber(values, 'concurrency');
  const maxQueued = readNumber(values, 'max-queued');
  const shutdownS = readNumber(values, 'shutdown');
  const token = env.LS_OPERATOR_TOKEN;
  return {
    mode: values.help ? 'help' : mode === 'worker' ? 'work' : 'serve',
    modules: values.operators ?? [],
    commands: values.command ?? [],
    port: readNumber(values, 'port') ?? 8001,
    host: values.host ?? '127.0.0.1',
    server: {
      ...(values.origin && {origins: values.origin}),
      ...(token && {tokens: [token]}),
      ...(values.redis !== undefined && {redis: values.redis}),
      ...(values['no-work'] && {isWorker: false}),
      ...(concurrency !== undefined && {concurrency}),
      ...(maxQueued !== undefined && {maxQueued}),
      ...(runTimeoutS !== undefined && {
        runTimeoutMs: runTimeoutS === 0 ? null : runTimeoutS * 1000,
      }),
      ...(shutdownS !== undefined && {shutdownMs: shutdownS * 1000}),
      ...(values.log && {isLogging: true}),
    },
  };
}

function parse(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      options: OPTIONS,
      allowPositionals: true,
    });
  } catch (error) {
    throw new ServerOptionsError((error as Error).message);
  }
}

function readNumber(
  values: ReturnType<typeof parse>['values'],
  name: 'port' | 'concurrency' | 'max-queued' | 'run-timeout' | 'shutdown',
): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text !== '' && value >= 0) return value;
  throw new ServerOptionsError(`--${name} needs a number, not "${text}".`);
}
