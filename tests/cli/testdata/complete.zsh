# Types $TYPED and a tab into a zsh of its own that has sourced $SCRIPT, and
# prints what that zsh then has on its line, after the word OFFER.
zmodload zsh/zpty
zpty shell zsh -f -i

# Reads until this is there, or for some twenty seconds.
hear() {
  local line all=""
  repeat 400; do
    if zpty -r -t shell line; then
      all+=$line
      [[ $all == *$1* ]] && break
    else
      sleep 0.05
    fi
  done
  print -r -- "$all"
}

# Written apart, so that the word is not found where it is typed.
zpty -w shell 'PS1=""; autoload -Uz compinit; compinit -u -D; source $SCRIPT; print RE""ADY'
hear READY >/dev/null
zpty -w -n shell "$TYPED"$'\t'
sleep 0.5
zpty -w -n shell $'\C-aprint -r -- OFFER \n'
hear $'\nOFFER '
