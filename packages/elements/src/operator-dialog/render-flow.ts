import {nothing} from 'lit';
import type {TemplateResult} from 'lit';

import type {DialogFlow} from './dialog-flow.js';
import {hasIssues} from './dialog-focus.js';
import type {OperatorDescription} from './operator-description.js';
import {
  renderAborted,
  renderEnd,
  renderFailure,
  renderProgress,
  renderQuestion,
  renderReview,
  renderSettled,
} from './render-outcome.js';

/** Draws where a dialog is: what stands below its form. */
export function renderFlow(
  {failure, isAsking, run, snapshot, proposal}: DialogFlow,
  operator: OperatorDescription,
): TemplateResult | typeof nothing {
  if (failure) return renderFailure(failure);
  if (isAsking) return renderQuestion(operator);
  if (!run || !snapshot) return nothing;
  if (!run.isOver) return renderProgress(run);
  if (proposal) {
    return proposal.state === 'open'
      ? renderReview(snapshot, proposal)
      : renderSettled(proposal);
  }
  if (snapshot.state === 'aborted') return renderAborted(snapshot);
  // The form says what is wrong with its values.
  return hasIssues(snapshot.error) ? nothing : renderEnd(snapshot);
}
