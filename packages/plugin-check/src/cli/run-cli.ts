import {CheckError} from '../errors.js';
import type {PluginReport} from '../report/plugin-report.js';
import {detailText} from '../report/detail-text.js';
import {summaryTable} from '../report/summary-table.js';
import {checkPlugins} from '../run/check-plugins.js';

import {parseOptions} from './parse-options.js';
import type {CliOptions} from './parse-options.js';
import {USAGE} from './usage.js';

/** Where the command writes. */
export interface CliOutput {
  /** Takes the report. */
  readonly out: (text: string) => void;
  /** Takes what went wrong. */
  readonly error: (text: string) => void;
}

/**
 * Runs `ls-plugin-check`.
 *
 * @param args - Command line after the command.
 * @returns Exit code: 0 when all holds, 1 when something does not, 2 when the
 * check could not be made.
 */
export async function runCli(
  args: readonly string[],
  output: CliOutput,
): Promise<number> {
  try {
    const options = parseOptions(args);
    if (options.isHelp) {
      output.out(USAGE);
      return 0;
    }
    if (options.folders.length === 0) {
      throw new CheckError('Give a folder to check. See --help.');
    }
    return await check(options, output);
  } catch (error) {
    if (!(error instanceof CheckError)) throw error;
    output.error(`${error.message}\n`);
    return 2;
  }
}

async function check(options: CliOptions, {out}: CliOutput): Promise<number> {
  const reports: PluginReport[] = [];
  for await (const report of checkPlugins(options.folders, options)) {
    reports.push(report);
    if (!options.isJson) out(`${detailText(report)}\n`);
  }
  const ok = reports.every((report) => report.ok);
  out(
    options.isJson
      ? `${JSON.stringify({ok, plugins: reports}, null, 2)}\n`
      : `${summaryTable(reports)}\n`,
  );
  return ok ? 0 : 1;
}
