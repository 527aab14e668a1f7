import {
  closeModal,
  newAnnotation,
  reload,
  route,
  setStorage,
  showTask,
  skip,
  submit,
  switchAnnotation,
  update,
} from './host-actions.js';
import {hold, press, release} from './key-actions.js';
import {
  expectModal,
  expectNoModal,
  expectSelector,
  expectText,
} from './page-expectations.js';
import {choose, click, draw, label, type} from './pointer-actions.js';
import {
  expectEvent,
  expectGlobal,
  expectRequest,
  expectResult,
  expectStorage,
  expectTrue,
} from './state-expectations.js';
import type {StepRunner} from './step-context.js';
import {clickText, selectText} from './text-actions.js';

/** What does each kind of step, by its key in the scenario. */
export const STEP_RUNNERS = {
  label,
  selectText,
  clickText,
  click,
  type,
  press,
  hold,
  release,
  draw,
  choose,
  submit,
  update,
  skip,
  newAnnotation,
  switchAnnotation,
  showTask,
  reload,
  setStorage,
  route,
  closeModal,
  expectModal,
  expectNoModal,
  expectResult,
  expectEvent,
  expectText,
  expectSelector,
  expectRequest,
  expectStorage,
  expectTrue,
  expectGlobal,
} satisfies Readonly<Record<string, StepRunner<never>>>;
