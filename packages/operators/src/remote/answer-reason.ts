import {isHtml} from './error-body.js';
import type {RemoteErrorKind} from './remote-operator-error.js';

const PATH_HINT = "Is its path right? LightlyStudio's ends in /api.";

/** What to do about answers that say nothing by themselves. */
const REMEDIES: Readonly<Partial<Record<RemoteErrorKind, string>>> = {
  unauthorized: 'Sign in there, or check the token that is sent.',
  'not-found': PATH_HINT,
  busy: 'It is busy: try again a little later.',
  server: 'It failed: see its log.',
};

/** Says what came with a failed status and no words of its own. */
export function refusalReason(
  kind: RemoteErrorKind,
  status: number,
  body: string,
): string {
  const what = isHtml(body) ? ' with a web page' : '';
  const remedy = REMEDIES[kind] ?? '';
  return `The server answered ${status}${what}. ${remedy}`.trim();
}

/** Says what came with a good status where JSON was to be. */
export function formatReason(body: string): string {
  return isHtml(body)
    ? `The address answers with a web page instead of JSON. ${PATH_HINT}`
    : 'The address does not answer with JSON. Is it a server of operators?';
}
