import {cpus, loadavg, release, totalmem, type} from 'node:os';

const BYTES_PER_GB = 2 ** 30;

/** Where and when a run was made. */
export interface RunFacts {
  readonly date: string;
  readonly browser: string;
  readonly machine: string;
  readonly node: string;
  readonly repetitions: number;
  /** Load average of a minute, before and after the run. */
  readonly load: readonly [before: number, after: number];
}

/** Load average of the last minute; 0 where the system has none. */
export function machineLoad(): number {
  return loadavg()[0] ?? 0;
}

/** Returns the facts of a run that ends now and began under `loadBefore`. */
export function runFacts(
  browser: string,
  repetitions: number,
  loadBefore: number,
): RunFacts {
  const cores = cpus();
  const model = cores[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / BYTES_PER_GB);
  return {
    date: new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC',
    browser: `${browser}, headless, 1280 × 900`,
    machine: `${cores.length} × ${model}, ${memory} GB, ${type()} ${release()}`,
    node: process.version,
    repetitions,
    load: [loadBefore, machineLoad()],
  };
}
