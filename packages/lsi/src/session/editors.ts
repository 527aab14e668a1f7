import type {ChangeOrigin} from '@ls-annotation/core';

import {AnswerEditor} from './answer-editor.js';
import {RegionEditor} from './region-editor.js';
import {RelationEditor} from './relation-editor.js';
import {ResultsReader} from './results-reader.js';
import {SelectionEditor} from './selection-editor.js';
import type {SessionContext} from './session-context.js';
import {SuggestionEditor} from './suggestion-editor.js';
import {TextEditor} from './text-editor.js';

/**
 * What changes an annotation, by subject, on behalf of one kind of asker.
 *
 * @internal
 */
export interface Editors {
  /** Makes, deletes and changes regions. */
  readonly regions: RegionEditor;
  /** Selects regions and chooses labels. */
  readonly selection: SelectionEditor;
  /** Has controls say something. */
  readonly answers: AnswerEditor;
  /** Keeps and submits typed text. */
  readonly texts: TextEditor;
  /** Links regions. */
  readonly relations: RelationEditor;
  /** Reads results into annotations. */
  readonly results: ResultsReader;
  /** Keeps suggestions of models. */
  readonly suggestions: SuggestionEditor;
}

/**
 * Returns editors whose changes carry `origin`.
 *
 * @internal
 */
export function createEditors(
  context: SessionContext,
  origin: ChangeOrigin,
): Editors {
  return {
    regions: new RegionEditor(context, origin),
    selection: new SelectionEditor(context, origin),
    answers: new AnswerEditor(context, origin),
    texts: new TextEditor(context, origin),
    relations: new RelationEditor(context, origin),
    results: new ResultsReader(context, origin),
    suggestions: new SuggestionEditor(context, origin),
  };
}
