import {relative} from 'node:path';
import process from 'node:process';

/** Starts a browser log line that reports an error outside every test. */
export const UNCAUGHT_MARK = '[uncaught]';

/**
 * Reports what the runner itself lets pass: a test file without a test and an
 * error or a rejected promise outside every test. Each counts as a failure.
 * Closes the run with `N passed, N failed` and fails the process when the
 * second number is not 0.
 */
export function verdictReporter() {
  let rootDir = process.cwd();
  let failed = 0;

  process.on('exit', () => {
    if (failed > 0) process.exitCode = 1;
  });

  return {
    start({config}) {
      rootDir = config.rootDir;
    },

    reportTestFileResults({logger, sessionsForTestFile, testFile}) {
      const problems = sessionsForTestFile.flatMap(problemsOf);
      if (problems.length === 0) return;
      logger.log(`\n${relative(rootDir, testFile)}:`);
      logger.group();
      for (const problem of problems) logger.error(problem);
      logger.groupEnd();
    },

    onTestRunFinished({sessions}) {
      const tallies = sessions.map(tally);
      failed = sum(tallies.map((count) => count.failed));
      const passed = sum(tallies.map((count) => count.passed));
      console.log(`\n${passed} passed, ${failed} failed`);
    },
  };
}

/** Counts of one session: its tests, and each problem as one failure. */
function tally(session) {
  const tests = testsOf(session.testResults).filter((test) => !test.skipped);
  const passed = tests.filter((test) => test.passed).length;
  return {
    passed,
    failed:
      tests.length -
      passed +
      session.errors.length +
      hookFailures(session.testResults).length +
      problemsOf(session).length,
  };
}

/** Problems of one session that the runner does not count by itself. */
function problemsOf(session) {
  const uncaught = session.logs
    .map((parts) => parts.join(' '))
    .filter((line) => line.startsWith(UNCAUGHT_MARK));
  const isEmpty =
    session.errors.length === 0 && testsOf(session.testResults).length === 0;
  return isEmpty ? ['The file has no test.', ...uncaught] : uncaught;
}

function testsOf(suite) {
  if (suite === undefined) return [];
  return [...suite.tests, ...suite.suites.flatMap(testsOf)];
}

function hookFailures(suite) {
  return suite?.hooks?.filter((hook) => hook.error) ?? [];
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
