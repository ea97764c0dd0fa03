/** What each shell runs to complete a command line of ours. */

/** For bash 3.2 and later. */
const BASH = `# bash completions for kugou-iot
_kugou_iot() {
  local typed=() word line last=0
  # bash breaks --option=value into three words.
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    if [[ \${#typed[@]} -gt 0 && ( $word == "=" || \${typed[last]} == --*= ) ]]; then
      typed[last]+=$word
    else
      typed+=("$word")
      last=$((\${#typed[@]} - 1))
    fi
  done
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      # Its own completion quotes names, and knows directories.
      compopt -o default 2>/dev/null && return
      word=\${typed[last]#--*=}
      while IFS= read -r line; do
        COMPREPLY+=("$line")
      done < <(compgen -f -- "$word")
      return
    fi
    COMPREPLY+=("\${line%%$'\\t'*}")
  done < <(kugou-iot __complete "\${typed[@]}" 2>/dev/null)
}
complete -F _kugou_iot kugou-iot
`;

/** To be sourced, or to stand in `fpath`. */
const ZSH = `#compdef kugou-iot
_kugou-iot() {
  local -a lines offers
  local line name
  lines=("\${(@f)$(kugou-iot __complete "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  [[ $PREFIX == --*=* ]] && compset -P '*='
  if [[ $lines[1] == :files ]]; then
    _files
    return
  fi
  for line in $lines; do
    name=\${line%%$'\\t'*}
    offers+=("\${name//:/\\\\:}:\${line#*$'\\t'}")
  done
  _describe kugou-iot offers
}
if [[ $funcstack[1] == _kugou-iot ]]; then
  _kugou-iot "$@"
else
  compdef _kugou-iot kugou-iot
fi
`;

const FISH = `# fish completions for kugou-iot
function __kugou_iot_complete
  set -l typed (commandline -opc) (commandline -ct)
  set -l lines (kugou-iot __complete $typed[2..-1] 2>/dev/null)
  # fish wants the whole word, with the option that stands before a value.
  set -l option (string match -r -- '^--[^=]+=' "$typed[-1]")
  if test "$lines[1]" = ":files"
    set lines (__fish_complete_path (string replace -- "$option" "" "$typed[-1]"))
  end
  string replace -r -- '^' "$option" $lines
end
complete -c kugou-iot -f -a '(__kugou_iot_complete)'
`;

export const SCRIPTS = { bash: BASH, zsh: ZSH, fish: FISH };
