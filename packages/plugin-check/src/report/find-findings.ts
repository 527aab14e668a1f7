import type {
  ErrorUse,
  EventUse,
  Leftover,
  MemberUse,
  PageReport,
  ScriptUse,
} from '../page/page-report.js';
import type {SourcePlace} from '../source-place.js';
import type {AllowedCheck} from '../steps/scenario.js';

import type {
  CheckName,
  Finding,
  RoundReport,
  SandboxReport,
} from './plugin-report.js';

/** What findings are made of. */
export interface Found {
  /** What was recorded in the page. */
  readonly page: PageReport;
  /** Scripts of other servers. */
  readonly scripts: readonly ScriptUse[];
  /** Rounds of the scenario. */
  readonly rounds: readonly RoundReport[];
  /** How it went in a sandbox, `null` when it is not for one. */
  readonly sandbox: SandboxReport | null;
  /** Checks whose failures are accepted, with the reason. */
  readonly allow: Readonly<Partial<Record<AllowedCheck, string>>>;
}

/** Failures in these places are told of by checks of their own. */
const UNCOMPILED = ['load', 'compile'];

/** Returns what is to be said about a plugin, failures first. */
export function findFindings({
  page,
  scripts,
  rounds,
  sandbox,
  allow,
}: Found): Finding[] {
  const failures = [
    ...page.hostErrors.map((message) => finding('sample', message)),
    ...page.settingIssues.map((message) => finding('settings', message)),
    ...page.errors.map(errorFinding),
    ...runFindings(page),
    ...page.events.flatMap(eventFindings),
    ...page.members.filter(({exists}) => !exists).map(memberFinding),
    ...scripts.filter(({integrity}) => !integrity).map(scriptFinding),
    ...page.leftovers.map(leftoverFinding),
    ...rounds
      .filter(({ok}) => !ok)
      .map(({when, message}) => finding('steps', `${when}: ${message}`)),
    ...sandboxFindings(sandbox),
  ].map((found) => allowed(found, allow));
  const notes = [
    ...page.unsupported.map((tag) =>
      note('sample', `This host does not show ${tag}.`),
    ),
    ...globalNotes(page),
    ...unusedAllowances(failures, allow),
  ];
  const order = ['failed', 'allowed', 'note'];
  return [...failures, ...notes].sort(
    (a, b) => order.indexOf(a.status) - order.indexOf(b.status),
  );
}

/**
 * A failure of another kind says already why it did not start. A display that
 * closes at once may have none.
 */
function runFindings(page: PageReport): Finding[] {
  const {runs, displays, errors, hostErrors} = page;
  const isTold = errors.length > 0 || hostErrors.length > 0;
  if (isTold || (runs > 0 && runs * 2 >= displays)) return [];
  return [finding('ran', `Started in ${runs} of ${displays} displays.`)];
}

function errorFinding({doing, message, place, count}: ErrorUse): Finding {
  const times = count > 1 ? ` (${count} times)` : '';
  if (UNCOMPILED.includes(doing)) return finding('compiled', message, place);
  const where = doing === 'handler' ? 'an event handler' : `"${doing}"`;
  return finding('threw', `in ${where}: ${message}${times}`, place);
}

/** What it was kept from says more than the step that did not hold for it. */
function sandboxFindings(sandbox: SandboxReport | null): Finding[] {
  const {errors = [], round = null} = sandbox ?? {};
  const failed = round?.ok === false ? [round.message] : [];
  return [
    ...errors.map(({message, place}) => finding('sandbox', message, place)),
    ...failed.map((message) => finding('sandbox', message)),
  ];
}

function eventFindings(use: EventUse): Finding[] {
  const {name, isKnown, reachesPlugins, place} = use;
  if (!isKnown) {
    return [finding('events', `There is no event "${name}".`, place)];
  }
  if (reachesPlugins) return [];
  const message = `"${name}" is over before any plugin runs.`;
  return [finding('events', message, place)];
}

function memberFinding({owner, member, places}: MemberUse): Finding {
  const [place = null] = places;
  return finding('members', `${owner}.${member} does not exist.`, place);
}

function scriptFinding({url, place}: ScriptUse): Finding {
  return finding('scripts', `"${url}" is loaded without integrity.`, place);
}

/** What comes once and stays is the page's; what grows is a leak. */
function leftoverFinding(leftover: Leftover): Finding {
  const {kind, what, count, displays, place} = leftover;
  const message =
    displays > 1
      ? `${kind} ${what}: ${count} left behind by ${displays} displays.`
      : `${kind} ${what}: ${count} stays, and does not grow.`;
  const found = finding('leftovers', message, place);
  return displays > 1 ? found : {...found, status: 'note'};
}

function globalNotes({globals}: PageReport): Finding[] {
  if (globals.length === 0) return [];
  return [note('leftovers', `Global variables: ${globals.join(', ')}.`)];
}

function unusedAllowances(
  found: readonly Finding[],
  allow: Found['allow'],
): Finding[] {
  return Object.keys(allow)
    .filter((check) => !found.some((one) => one.check === check))
    .map((check) =>
      note(check as CheckName, `"${check}" is allowed, and did not occur.`),
    );
}

function allowed(found: Finding, allow: Found['allow']): Finding {
  const reason = allow[found.check as AllowedCheck];
  if (reason === undefined || found.status === 'note') return found;
  return {...found, status: 'allowed', reason};
}

function finding(
  check: CheckName,
  message: string,
  place: SourcePlace | null = null,
): Finding {
  return {check, status: 'failed', message, place, reason: ''};
}

function note(check: CheckName, message: string): Finding {
  return {...finding(check, message), status: 'note'};
}
