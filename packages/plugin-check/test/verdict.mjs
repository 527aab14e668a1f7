/** Counts which promises of the command hold. */
let failures = 0;

/** Says whether a promise holds, and why not. */
export function check(promise, assertion) {
  try {
    assertion();
    console.log(`✓ ${promise}`);
  } catch (error) {
    failures += 1;
    console.log(`✗ ${promise}\n${error.message}`);
  }
}

/** How many promises did not hold. */
export function failed() {
  return failures;
}
