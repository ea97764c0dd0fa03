/**
 * The `RequestId` of answers.
 *
 * @module
 */

/**
 * Makes a function that gives the next id: a prefix, the date and a number, as
 * in Tencent Cloud's sample, where it is not the id that the caller sent.
 */
export function createRequestIds(): () => string {
  let count = 0;
  return () => {
    count++;
    const date = new Date().toISOString().slice(0, 10).replaceAll("-", "");
    return `sandbox${date}-${String(count).padStart(6, "0")}`;
  };
}
