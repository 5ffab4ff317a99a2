# Completion of quotecli for bash 4.4 and newer.
_quotecli() {
    local offer
    COMPREPLY=()
    while IFS= read -r offer && [[ $offer ]]; do
        if [[ $offer == :files ]]; then
            compopt -o default
            return
        fi
        offer=${offer%%$'\t'*}
        # Bash then quotes what it puts into the line, as it does for files.
        [[ $offer == *[^[:alnum:]_-]* ]] && compopt -o filenames
        COMPREPLY+=("$offer")
    done < <(
        IFS=$'\n'
        COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD \
            _QUOTECLI_COMPLETE=complete_bash "$1" 2>/dev/null
    )
}

complete -o nosort -F _quotecli quotecli
