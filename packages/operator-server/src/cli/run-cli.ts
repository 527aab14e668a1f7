import closeWithGrace from 'close-with-grace';

import {createOperatorServer} from '../http/create-operator-server.js';
import {createOperatorWorker} from '../redis/create-operator-worker.js';

import {USAGE, readCliOptions} from './cli-options.js';
import type {CliOptions} from './cli-options.js';
import {loadOperators} from './load-operators.js';

/** Where a command line writes to. */
export interface CliOutput {
  /** Writes to the standard output. */
  readonly out: (text: string) => void;
  /** Writes to the standard error. */
  readonly error: (text: string) => void;
}

/** What can be ended. */
interface Closeable {
  close(): Promise<void>;
}

/** Time for everything but the runs, when the process ends, milliseconds. */
const CLOSE_MS = 10_000;
const DEFAULT_SHUTDOWN_MS = 10_000;

/**
 * Runs `ls-operator-server`: resolves once it serves or works, with `0`, or with
 * `1` when it cannot. A signal ends it gracefully.
 */
export async function runCli(
  parameters: readonly string[],
  {out, error}: CliOutput,
): Promise<number> {
  try {
    const options = readCliOptions(parameters, process.env);
    if (options.mode === 'help') {
      out(USAGE);
      return 0;
    }
    endGracefully(await start(options, out), options);
    return 0;
  } catch (thrown) {
    error(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    return 1;
  }
}

async function start(
  options: CliOptions,
  out: (text: string) => void,
): Promise<Closeable> {
  const operators = await loadOperators(options);
  const {port, host, server: given} = options;
  const names = operators.map(({name}) => name).join(', ');
  if (options.mode === 'work') {
    const worker = createOperatorWorker({
      ...given,
      operators,
      redis: given.redis ?? '',
    });
    await worker.start();
    out(`Working on ${names}.\n`);
    return worker;
  }
  const server = await createOperatorServer({...given, operators});
  out(`${names} at ${await server.listen({port, host})}\n`);
  return server;
}

function endGracefully(closeable: Closeable, {server}: CliOptions): void {
  const shutdownMs = server.shutdownMs ?? DEFAULT_SHUTDOWN_MS;
  closeWithGrace({delay: shutdownMs + CLOSE_MS, logger: false}, () =>
    closeable.close(),
  );
}
