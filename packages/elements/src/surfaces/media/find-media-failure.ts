/** Why a sound or video does not come. */
export type MediaFailureReason =
  /** Its server answers that it is not there, or not for this page. */
  | 'status'
  /** There is something else at its address: a page, a text. */
  | 'kind'
  /** It comes, and this browser does not know its format. */
  | 'format'
  /** Nobody answers, or not to this page. */
  | 'unreachable';

/** Why a sound or video does not come, with what its server said. */
export interface MediaFailure {
  /** Why. */
  readonly reason: MediaFailureReason;
  /** HTTP status that its server answered, for the reason `status`. */
  readonly status?: number;
  /** Media type of what is there, for the reason `kind`. */
  readonly contentType?: string;
}

const WAIT_MS = 5000;
const OTHER_KIND = /^(text\/|application\/(json|xml|xhtml)|image\/)/;

/**
 * Asks an address once more, for what the player does not tell: it says the
 * same of a missing file, a log-in page and an unknown format.
 *
 * Nothing but the head of the answer is read. Never rejects, and answers
 * within five seconds.
 *
 * @param address - Absolute.
 * @param signal - Ends it at once, with any answer.
 */
export async function findMediaFailure(
  address: string,
  signal: AbortSignal,
): Promise<MediaFailure> {
  if (!/^https?:/.test(address)) return {reason: 'format'};
  const end = new AbortController();
  const signals = [signal, end.signal, AbortSignal.timeout(WAIT_MS)];
  try {
    const response = await fetch(address, {
      headers: {Range: 'bytes=0-0'},
      signal: AbortSignal.any(signals),
    });
    const {status} = response;
    const contentType = response.headers.get('content-type') ?? '';
    if (!response.ok) return {reason: 'status', status};
    if (OTHER_KIND.test(contentType)) return {reason: 'kind', contentType};
    return {reason: 'format'};
  } catch {
    return {reason: 'unreachable'};
  } finally {
    end.abort();
  }
}
