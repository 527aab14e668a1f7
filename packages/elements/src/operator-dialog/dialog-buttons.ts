import type {OperatorRunState} from '@ls-annotation/operators';

/** What a button of the dialog does. */
export type DialogAction =
  | 'dismiss'
  | 'run'
  | 'preview'
  | 'back'
  | 'confirm'
  | 'background'
  | 'drop'
  | 'apply'
  | 'apply-fitting'
  | 'apply-anyway';

/** Where the dialog is: what people are asked for, or how the run is. */
export type DialogPhase = 'form' | 'question' | 'review' | OperatorRunState;

/** A button of the footer. */
export interface DialogButton {
  /** What it does. */
  readonly action: DialogAction;
  /** Its words. */
  readonly text: string;
  /** What pages style it by. */
  readonly part: 'cancel' | 'run' | 'preview';
  /** True for what cannot be taken back. */
  readonly isDangerous?: boolean;
}

/** What the buttons depend on beside the phase. */
export interface DialogSituation {
  /** The operator changes nothing but the annotation: it can run dry. */
  readonly canPreview: boolean;
  /** The operator says that it is dangerous. */
  readonly isDangerous: boolean;
  /** Somebody else changed what the proposed edits are about. */
  readonly hasConflicts: boolean;
}

/** Returns what can be done: last what a person most likely wants. */
export function dialogButtons(
  phase: DialogPhase,
  {canPreview, isDangerous, hasConflicts}: DialogSituation,
): readonly DialogButton[] {
  const preview = canPreview
    ? [{action: 'preview', text: 'Preview', part: 'preview'} as const]
    : [];
  switch (phase) {
    case 'form':
    case 'aborted':
      return [dismiss('Cancel'), ...preview, run('Run')];
    case 'question':
      return [
        {action: 'back', text: 'Back', part: 'cancel'},
        {action: 'confirm', text: 'Run it', part: 'run', isDangerous},
      ];
    case 'pending':
    case 'queued':
    case 'running':
      return [
        dismiss('Cancel'),
        {action: 'background', text: 'Run in background', part: 'run'},
      ];
    case 'review':
      return reviewButtons(hasConflicts);
    case 'succeeded':
      return [run('Run again'), dismiss('Done')];
    case 'failed':
    case 'conflict':
      return [dismiss('Close'), run('Try again')];
  }
}

function reviewButtons(hasConflicts: boolean): readonly DialogButton[] {
  const drop: DialogButton = {action: 'drop', text: 'Discard', part: 'cancel'};
  if (!hasConflicts) {
    return [drop, {action: 'apply', text: 'Apply', part: 'run'}];
  }
  return [
    drop,
    {action: 'apply-anyway', text: 'Apply anyway', part: 'preview'},
    {action: 'apply-fitting', text: 'Apply what fits', part: 'run'},
  ];
}

function run(text: string): DialogButton {
  return {action: 'run', text, part: 'run'};
}

function dismiss(text: string): DialogButton {
  return {action: 'dismiss', text, part: 'cancel'};
}
