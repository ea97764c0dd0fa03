/**
 * Formats Markdown as all of the project's is.
 *
 * @module
 */

/**
 * Formats Markdown.
 *
 * @param markdown The text.
 * @returns The text as `deno fmt` would have it.
 * @throws {Error} If it cannot be formatted.
 */
export async function format(markdown: string): Promise<string> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--ext=md", "-"],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const output = child.output();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(markdown));
  await writer.close();
  const { success, stdout, stderr } = await output;
  if (success) return new TextDecoder().decode(stdout);
  throw new Error(`Cannot format: ${new TextDecoder().decode(stderr)}`);
}
