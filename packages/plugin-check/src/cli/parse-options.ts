import {parseArgs} from 'node:util';

import {CheckError} from '../errors.js';
import type {CheckOptions} from '../run/check-options.js';

/** What the command line asks for. */
export interface CliOptions extends CheckOptions {
  /** Folders to check. */
  readonly folders: readonly string[];
  /** True for JSON on standard output. */
  readonly isJson: boolean;
  /** True to say how the command is used, and do nothing. */
  readonly isHelp: boolean;
}

const ALLOWED = ['events', 'members', 'scripts', 'leftovers'];

/**
 * Reads a command line.
 *
 * @throws CheckError when it has an option or a value that is none.
 */
export function parseOptions(args: readonly string[]): CliOptions {
  const {values, positionals} = parsed(args);
  const {steps, route = [], allow = [], switches, parallel, host} = values;
  return {
    folders: positionals,
    isJson: values.json === true,
    isHelp: values.help === true,
    isOffline: values.offline === true,
    isHeaded: values.headed === true,
    routes: Object.fromEntries(route.map(toRoute)),
    allow: allow.flatMap((list) => list.split(',')).map(toAllowed),
    ...(steps !== undefined && {steps}),
    ...(host !== undefined && {host}),
    ...(switches !== undefined && {switches: toCount('switches', switches)}),
    ...(parallel !== undefined && {parallel: toCount('parallel', parallel, 1)}),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        allow: {type: 'string', multiple: true},
        headed: {type: 'boolean'},
        help: {type: 'boolean', short: 'h'},
        host: {type: 'string'},
        json: {type: 'boolean'},
        offline: {type: 'boolean'},
        parallel: {type: 'string'},
        route: {type: 'string', multiple: true},
        steps: {type: 'string'},
        switches: {type: 'string'},
      },
    });
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new CheckError(`${detail}. See --help.`, {cause});
  }
}

/** Addresses have equals signs of their own: the last one parts. */
function toRoute(text: string): [string, string] {
  const at = text.lastIndexOf('=');
  if (at > 0 && at < text.length - 1) {
    return [text.slice(0, at), text.slice(at + 1)];
  }
  throw new CheckError(`--route "${text}" is not <url>=<file>.`);
}

function toAllowed(check: string): string {
  if (ALLOWED.includes(check)) return check;
  throw new CheckError(`--allow "${check}" is none of ${ALLOWED.join(', ')}.`);
}

function toCount(option: string, text: string, least = 0): number {
  if (/^\d+$/.test(text) && Number(text) >= least) return Number(text);
  const above = least > 0 ? ` above ${least - 1}` : '';
  throw new CheckError(`--${option} "${text}" is no number${above}.`);
}
