export {runCli} from './cli/run-cli.js';
export {CheckError, PageLostError, StepError} from './errors.js';
export type {
  ErrorUse,
  EventUse,
  Leftover,
  LeftoverKind,
  MemberUse,
  ScriptUse,
} from './page/page-report.js';
export {CHECKS} from './report/plugin-report.js';
export type {
  CheckName,
  DisplayTimes,
  Finding,
  PluginReport,
  RoundReport,
  SandboxReport,
} from './report/plugin-report.js';
export type {CheckOptions} from './run/check-options.js';
export type {ConsoleNote} from './run/check-page.js';
export {checkPlugins} from './run/check-plugins.js';
export type {RouteAnswer, RouteAnswerParts} from './run/route-answer.js';
export type {SourcePlace} from './source-place.js';
export {readScenario} from './steps/read-scenario.js';
export type {LoadedScenario} from './steps/read-scenario.js';
export type {
  ActionStep,
  AllowedCheck,
  ClickAction,
  DrawAction,
  EventExpectation,
  ExpectationStep,
  ModalExpectation,
  RepeatStep,
  RequestExpectation,
  ResultExpectation,
  Scenario,
  SelectorExpectation,
  Step,
  StepOptions,
  Target,
  TextMatcher,
  TextSpan,
  TypeAction,
} from './steps/scenario.js';
