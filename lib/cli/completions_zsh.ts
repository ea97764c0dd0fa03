/**
 * Completions for zsh.
 *
 * @module
 */

import { PROGRAM } from "./commands.ts";
import type { CommandChoice, OptionChoice } from "./completions.ts";

/**
 * Writes the completions for zsh.
 *
 * @param commands Everything that can be completed.
 * @returns The script, to be sourced or to stand in `fpath`.
 */
export function writeZsh(commands: readonly CommandChoice[]): string {
  const [program, ...named] = commands;
  const described = named.map(({ name, does }) => quote(`${name}:${does}`));
  return `#compdef ${PROGRAM}
_${PROGRAM}() {
  local state line
  local -a commands=(
    ${described.join("\n    ")}
  )
  _arguments -C \\
    ${program?.options.map(optionSpec).join(" \\\n    ")} \\
    '1:command:->command' \\
    '*::word:->word'
  case $state in
  command)
    _describe command commands
    ;;
  word)
    case $line[1] in
${named.map(commandCase).join("\n")}
    esac
    ;;
  esac
}
if [[ $funcstack[1] == _${PROGRAM} ]]; then
  _${PROGRAM} "$@"
else
  compdef _${PROGRAM} ${PROGRAM}
fi
`;
}

function commandCase({ name, operands, options }: CommandChoice): string {
  const words = operands.length === 0
    ? []
    : [quote(`1:word:(${operands.join(" ")})`)];
  return `    ${name})
      _arguments \\
        ${[...options.map(optionSpec), ...words].join(" \\\n        ")}
      ;;`;
}

/** Such as `'--lang[language for people]:LANG:(en zh)'`. */
function optionSpec({ name, does, spec }: OptionChoice): string {
  const flag = `--${name}[${escape(does)}]`;
  if (spec.value === undefined) return quote(flag);
  const action = spec.isFile
    ? "_files"
    : spec.choices === undefined
    ? " "
    : `(${spec.choices.join(" ")})`;
  return quote(`--${name}=[${escape(does)}]:${escape(spec.value)}:${action}`);
}

/** These would end the description. */
function escape(text: string): string {
  return text.replace(/[\\:[\]]/g, "\\$&");
}

function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
