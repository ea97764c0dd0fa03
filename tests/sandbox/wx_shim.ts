/**
 * As much of a WeChat mini-program's `wx` as Tencent's SDK needs to send a
 * request: `wx.request` over `fetch`.
 *
 * @module
 */

/** What the SDK hands to `wx.request`. */
interface WxRequestOptions {
  readonly url: string;
  readonly data: unknown;
  readonly method: string;
  success(result: { statusCode: number; data: unknown }): void;
  fail(error: { errMsg: string }): void;
}

/**
 * Puts `wx` in place and the console, to which the SDK writes every request,
 * out of the way, until it is disposed of.
 */
export function installWx(): Disposable & { readonly urls: string[] } {
  const urls: string[] = [];
  const loud = { ...globalThis.console };
  const silent = { info() {}, warn() {}, error() {} };
  const request = (options: WxRequestOptions) => {
    urls.push(options.url);
    send(options).then(
      options.success,
      (error) => options.fail({ errMsg: `request:fail ${error.message}` }),
    );
  };
  // Without connectSocket, the SDK does not take this for a mini-program, whose
  // other parts it would ask for.
  Object.assign(globalThis, { wx: { request } });
  Object.assign(globalThis.console, silent);
  return {
    urls,
    [Symbol.dispose]() {
      Reflect.deleteProperty(globalThis, "wx");
      Object.assign(globalThis.console, loud);
    },
  };
}

/** A mini-program sends JSON unless told otherwise, and reads it if it can. */
async function send(
  { url, method, data }: WxRequestOptions,
): Promise<{ statusCode: number; data: unknown }> {
  const response = await fetch(url, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(data),
  });
  const text = await response.text();
  return { statusCode: response.status, data: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
