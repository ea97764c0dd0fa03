/**
 * Completions for bash, 3.2 and later.
 *
 * @module
 */

import { PROGRAM } from "./commands.ts";
import type { CommandChoice, OptionChoice } from "./completions.ts";

/**
 * Writes the completions for bash.
 *
 * @param commands Everything that can be completed.
 * @returns The script.
 */
export function writeBash(commands: readonly CommandChoice[]): string {
  const named = commands.filter(({ name }) => name !== "");
  const names = named.map(({ name }) => name);
  const valued = distinct(commands.flatMap(({ options }) => options))
    .filter(({ spec }) => spec.value !== undefined);
  return `# bash completions for ${PROGRAM}
_kugou_iot() {
  local word="\${COMP_WORDS[COMP_CWORD]}" option="\${COMP_WORDS[COMP_CWORD-1]}"
  local command="" words="" at
  # bash breaks --option=value into three words.
  if [[ $word == "=" ]]; then
    word=""
  elif [[ $option == "=" ]]; then
    option="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  case "$option" in
${valueCases(valued).join("\n")}
  esac
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "\${COMP_WORDS[at]}" in
    ${names.join(" | ")})
      command="\${COMP_WORDS[at]}"
      break
      ;;
    esac
  done
  case "$command" in
  "") words="${[...names, ...optionWords(commands[0])].join(" ")}" ;;
${named.map(commandCase).join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -F _kugou_iot ${PROGRAM}
`;
}

function distinct(options: readonly OptionChoice[]): OptionChoice[] {
  return [...new Map(options.map((option) => [option.name, option])).values()];
}

/** Options with the same values stand together. */
function valueCases(options: readonly OptionChoice[]): string[] {
  const groups = Map.groupBy(options, ({ spec }) => valueReply(spec));
  return [...groups].map(([reply, group]) =>
    `  ${group.map(({ name }) => `--${name}`).join(" | ")})
    ${reply}
    return
    ;;`
  );
}

function valueReply(spec: OptionChoice["spec"]): string {
  if (spec.isFile) {
    return `local IFS=$'\\n'
    COMPREPLY=($(compgen -f -- "$word"))`;
  }
  if (spec.choices === undefined) return "COMPREPLY=()";
  return `COMPREPLY=($(compgen -W "${spec.choices.join(" ")}" -- "$word"))`;
}

function commandCase(command: CommandChoice): string {
  const words = [...command.operands, ...optionWords(command)];
  return `  ${command.name}) words="${words.join(" ")}" ;;`;
}

function optionWords(command: CommandChoice | undefined): string[] {
  return command?.options.map(({ name }) => `--${name}`) ?? [];
}
