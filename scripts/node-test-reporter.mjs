import {inspect} from 'node:util';

/**
 * Reporter of `node --test`: tells what failed and what tests have to say, and
 * closes with the line that `npm test` adds up.
 */
export default async function* report(source) {
  let passed = 0;
  let failed = 0;
  for await (const {type, data} of source) {
    if (type === 'test:pass' && !isSuite(data)) passed += 1;
    if (type === 'test:fail' && !isOfItsTests(data)) {
      failed += 1;
      yield `✗ ${data.file ?? ''}\n  ${data.name}\n${reason(data)}\n`;
    }
    if (type === 'test:diagnostic' && !isSummary(data)) {
      yield `  ${data.message}\n`;
    }
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
  }
  yield `\n${passed} passed, ${failed} failed\n`;
}

function isSuite({details}) {
  return details?.type === 'suite';
}

/** A suite fails with its tests, which are told of by themselves. */
function isOfItsTests({details}) {
  return details?.error?.failureType === 'subtestsFailed';
}

function isSummary({message}) {
  return /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /.test(
    message,
  );
}

function reason({details}) {
  return inspect(details?.error?.cause ?? details?.error, {depth: 4});
}
