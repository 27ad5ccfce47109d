/**
 * @typedef {{ passed: number, failed: number }} Tally
 * @typedef {{ testResults: { name: string, status: string, message?: string, assertionResults: { status: string }[] }[] }} VitestReport
 */

/**
 * Counts a vitest JSON report. Whatever was not shown to pass counts as failed: skipped tests, files that could not be loaded,
 * hooks that threw, errors outside tests (a bad exit code without a failed test), and a report that was never written.
 * @param {VitestReport | undefined} report
 * @param {number} exitCode vitest's
 * @returns {Tally}
 */
export function tallyVitest(report, exitCode) {
  const tally = { passed: 0, failed: 0 };
  for (const file of report?.testResults ?? []) {
    const failedBefore = tally.failed;
    for (const test of file.assertionResults) tally[test.status === "passed" ? "passed" : "failed"]++;
    if (file.status !== "passed" && tally.failed === failedBefore) tally.failed++;
  }
  if (tally.failed === 0 && (exitCode !== 0 || tally.passed === 0)) tally.failed++;
  return tally;
}

/**
 * The line that ends every test run.
 * @param {Tally} tally
 */
export function tallyLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
