import {toPointer} from '../parameters/parameter-issue.js';
import type {
  ParameterIssue,
  ParameterIssueCode,
} from '../parameters/parameter-issue.js';

import {isRecord, parseJson, toText} from './json.js';
import type {JsonRecord} from './json.js';

/** What the body of a failed answer says. */
export interface ErrorBody {
  /** Words for people; empty when it says nothing that people can read. */
  readonly text: string;
  /** What is wrong with which parameter. */
  readonly issues: readonly ParameterIssue[];
}

const MAX_TEXT_LENGTH = 500;

/** What stands before the name of a parameter in FastAPI's `loc`. */
const PARAMETERS = ['body', 'parameters'];

/**
 * Reads what a failed answer says, in any of the shapes that servers of
 * operators use: `{"detail": "…"}`, `{"detail": [{loc, msg, type}]}`,
 * `{"error": "…"}`, `{"message": "…"}`, plain text.
 */
export function readErrorBody(body: string): ErrorBody {
  const json = parseJson(body);
  if (isRecord(json)) return readRecord(json);
  if (json !== undefined) return {text: clip(toText(json)), issues: []};
  return {text: isHtml(body) ? '' : clip(body.trim()), issues: []};
}

/** Tells whether `body` is a web page. */
export function isHtml(body: string): boolean {
  return /^\s*<(?:!doctype|html|head|body)\b/i.test(body);
}

function readRecord(json: JsonRecord): ErrorBody {
  const {detail, error, message} = json;
  if (Array.isArray(detail)) return readDetails(detail as readonly unknown[]);
  const words = [detail, message, error].find(
    (value) => value !== undefined && value !== null,
  );
  return {text: clip(wordsOf(words)), issues: []};
}

function wordsOf(value: unknown): string {
  return isRecord(value) && typeof value.message === 'string'
    ? value.message
    : toText(value);
}

/** Parameters become issues; what is wrong elsewhere becomes text. */
function readDetails(details: readonly unknown[]): ErrorBody {
  const issues: ParameterIssue[] = [];
  const text: string[] = [];
  for (const detail of details) {
    const {loc, msg, type, ctx} = isRecord(detail) ? detail : {msg: detail};
    const path = Array.isArray(loc) ? (loc as readonly unknown[]) : [];
    const message = toText(msg) || 'This value is refused.';
    const isParameter = PARAMETERS.every((part, index) => path[index] === part);
    if (isParameter && path.length > PARAMETERS.length) {
      const place = path.slice(PARAMETERS.length).map(toText);
      const code = issueCode(type, ctx);
      issues.push({code, path: toPointer(...place), message});
    } else {
      const place = path.slice(path[0] === 'body' ? 1 : 0).map(toText);
      text.push(place.length > 0 ? `${place.join('.')}: ${message}` : message);
    }
  }
  const described = issues.map(
    ({path, message}) => `${path.slice(1)}: ${message}`,
  );
  return {text: clip([...text, ...described].join(' ')), issues};
}

const CODES: readonly (readonly [RegExp, ParameterIssueCode])[] = [
  [/^missing$/, 'parameter/required'],
  [/^int_/, 'parameter/integer'],
  [/^(?:float|finite_number|decimal)_?/, 'parameter/number'],
  [/^(?:greater|less)_than/, 'parameter/range'],
  [/^extra_forbidden$/, 'parameter/unknown'],
];

function issueCode(type: unknown, ctx: unknown): ParameterIssueCode {
  if (isRecord(ctx) && typeof ctx.code === 'string') {
    return ctx.code as ParameterIssueCode;
  }
  const found = CODES.find(([pattern]) => pattern.test(toText(type)));
  return found?.[1] ?? 'parameter/type';
}

function clip(text: string): string {
  return text.length <= MAX_TEXT_LENGTH
    ? text
    : `${text.slice(0, MAX_TEXT_LENGTH - 1)}…`;
}
