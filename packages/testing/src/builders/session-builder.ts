import type {Task} from '@ls-annotation/core';
import {LabelingSession} from '@ls-annotation/lsi';
import type {LabelingSessionOptions, ModalRequest} from '@ls-annotation/lsi';

import {labelConfigFromXml} from '../label-config-from-xml.js';

/** What a test may say about a session. */
export interface SessionParts extends LabelingSessionOptions {
  /**
   * Labeling config.
   * @defaultValue labels `PER` and `LOC` on a text
   */
  readonly xml?: string;
  /**
   * Task to show, `null` for none.
   * @defaultValue one whose `text` is `Hello world`
   */
  readonly task?: Task | null;
}

/** A session that shows a task, with what it said so far. */
export interface ShownSession {
  /** The session; the test closes it. */
  readonly session: LabelingSession;
  /** Messages that wanted to be shown. */
  readonly modals: readonly ModalRequest[];
  /** Codes of what failed. */
  readonly errors: readonly string[];
}

const TEXT_XML = `<View>
  <Labels name="label" toName="text">
    <Label value="PER"/>
    <Label value="LOC"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>`;

/** Returns a session that shows a task. */
export function labelingSession(parts: SessionParts = {}): ShownSession {
  const {
    xml = TEXT_XML,
    task = {id: 1, data: {text: 'Hello world'}},
    ...options
  } = parts;
  const session = new LabelingSession(options);
  const modals: ModalRequest[] = [];
  const errors: string[] = [];
  session.modals$.subscribe((modal) => modals.push(modal));
  session.errors$.subscribe(({code}) => errors.push(code));
  session.setConfig(labelConfigFromXml(xml), xml);
  session.setTask(task);
  return {session, modals, errors};
}
